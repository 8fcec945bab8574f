import { compareCodes } from './compare-codes';
import table from './nuts-changes.json';

/** The versions of NUTS, and of the table of their changes, which an edition names. */
export const NUTS_VERSIONS = ['1999', '2003', '2006', '2010', '2013', '2016', '2021'] as const;

export type NutsVersion = (typeof NUTS_VERSIONS)[number];

/** The version an edition names; null for none, and for what is no version. */
export const nutsVersionOf = (text: string | null | undefined): NutsVersion | null =>
  NUTS_VERSIONS.find((version) => version === text) ?? null;

/** What the codes of the units say of one another. */
export type NutsNotice =
  /** Two codes of one territory: its figures stand under `unit`. */
  | { kind: 'nuts-recoded'; unit: string; from: string }
  /** Two codes of one territory that both have a figure of the same cell: nobody knows which counts. */
  | { kind: 'nuts-overlap'; unit: string; from: string; cells: number }
  /** The territory ended, or changed its area: its figures are no other unit's. */
  | { kind: 'nuts-break'; unit: string; version: string; change: string; successors: string[] };

/** A territory's codes, each with the version it begins in; `code` is null where the territory ends. */
type Chain = readonly { version: string; code: string | null }[];

type Break = { version: string; change: string; successors: string[] };

const chains: readonly Chain[] = table.territories.map((line) =>
  line.split(' ').map((step) => {
    const [version = '', code = ''] = step.split(':');
    return { version, code: code || null };
  }),
);

const chainOf = new Map<string, Chain>(
  chains.flatMap((chain) =>
    chain.flatMap(({ code }): [string, Chain][] => (code === null ? [] : [[code, chain]])),
  ),
);

const breaks = new Map<string, Break[]>();
for (const line of table.breaks) {
  const [version = '', code = '', change = '', ...successors] = line.split(' ');
  breaks.set(code, [...(breaks.get(code) ?? []), { version, change, successors }]);
}

const codeIn = (chain: Chain, wanted: string): string | null =>
  chain.findLast(({ version }) => version <= wanted)?.code ?? null;

/** The code under which the figures of these codes of one territory stand. */
const standingCode = (
  chain: Chain,
  present: readonly string[],
  version: NutsVersion | null,
): string | null => {
  if (version !== null) return codeIn(chain, version);
  const latest = chain.findLast(({ code }) => code !== null && present.includes(code));
  return present.length > 1 ? (latest?.code ?? null) : null;
};

export const isNutsCodeWithHistory = (code: string): boolean => chainOf.has(code);

const breakNotices = (
  units: ReadonlySet<string>,
  version: NutsVersion | null,
  [firstYear, lastYear]: readonly [number, number],
): NutsNotice[] =>
  [...units].flatMap((unit) =>
    (breaks.get(unit) ?? []).flatMap((found): NutsNotice[] => {
      // A part that kept the code of the whole is another territory only for figures from before.
      if (found.successors.includes(unit) && firstYear >= Number(found.version)) return [];
      const isMet = found.successors.some((code) => code !== unit && units.has(code));
      const isPast =
        version !== null && found.version <= version && !found.successors.includes(unit);
      // No code of a successor can tell: the figures run over the break.
      const isSpanned =
        version === null &&
        found.successors.length === 0 &&
        firstYear < Number(found.version) &&
        lastYear >= Number(found.version);
      return isMet || isPast || isSpanned ? [{ kind: 'nuts-break', unit, ...found }] : [];
    }),
  );

/**
 * Brings the codes of one territory together, whatever version of NUTS (1999 to 2021) they are of:
 * under its code in the asked version, else, where several of its codes occur, under the latest of
 * them. A territory that was split, merged or moved its boundary is no other's predecessor: it
 * keeps its code, and a notice says what became of it.
 * @param units all codes that occur
 * @param cellsOf the observed cells of a code that has a history
 */
export const resolveNuts = ({
  units,
  cellsOf,
  version = null,
  firstYear = Number.POSITIVE_INFINITY,
  lastYear = Number.NEGATIVE_INFINITY,
}: {
  units: ReadonlySet<string>;
  cellsOf: (unit: string) => ReadonlySet<number>;
  version?: NutsVersion | null | undefined;
  /** The earliest year of the figures, and the latest. */
  firstYear?: number | undefined;
  lastYear?: number | undefined;
}): { codeOf: ReadonlyMap<string, string>; notices: NutsNotice[] } => {
  const codeOf = new Map<string, string>();
  const notices: NutsNotice[] = [];
  const byChain = new Map<Chain, string[]>();
  for (const unit of [...units].sort(compareCodes)) {
    const chain = chainOf.get(unit);
    if (chain) byChain.set(chain, [...(byChain.get(chain) ?? []), unit]);
  }
  for (const [chain, present] of byChain) {
    const unit = standingCode(chain, present, version);
    if (unit === null) continue;
    const taken = new Set(units.has(unit) ? cellsOf(unit) : []);
    for (const from of present.filter((code) => code !== unit)) {
      const own = cellsOf(from);
      const cells = [...own].filter((cell) => taken.has(cell)).length;
      if (cells > 0) {
        notices.push({ kind: 'nuts-overlap', unit, from, cells });
        continue;
      }
      for (const cell of own) taken.add(cell);
      codeOf.set(from, unit);
      notices.push({ kind: 'nuts-recoded', unit, from });
    }
  }
  return { codeOf, notices: [...notices, ...breakNotices(units, version, [firstYear, lastYear])] };
};
