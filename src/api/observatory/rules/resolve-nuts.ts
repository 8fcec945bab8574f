import { isNutsCode } from '../../../rules/checks/nuts';

/** What the resolver knows of a territory. */
export type NutsTerritory = {
  documentId: string;
  reference: string;
  nutsCode: string | null;
  nutsHistory: readonly { code: string; version: string }[] | null;
};

export type NutsResolution =
  | { kind: 'current'; code: string; territory: NutsTerritory }
  | { kind: 'alias'; code: string; currentCode: string; territory: NutsTerritory }
  | { kind: 'unknown'; code: string }
  | { kind: 'malformed'; code: string };

/**
 * Makes a resolver of NUTS codes of any version: a territory's own code, or one it had before
 * (FR62 is FRJ2, GR43 is EL43). A code that is one territory's today and another's of old means
 * today's; of several that had it, the one that had it last.
 * @param territories all territories that have a NUTS code
 */
export const nutsResolver = (
  territories: readonly NutsTerritory[],
): ((code: string) => NutsResolution) => {
  const current = new Map(
    territories.flatMap((territory): [string, NutsTerritory][] =>
      territory.nutsCode === null ? [] : [[territory.nutsCode, territory]],
    ),
  );
  const past = new Map<string, { version: string; territory: NutsTerritory }>();
  for (const territory of territories) {
    for (const { code, version } of territory.nutsHistory ?? []) {
      const known = past.get(code);
      if (!known || version > known.version) past.set(code, { version, territory });
    }
  }
  return (asked) => {
    const code = asked.trim().toUpperCase();
    if (!isNutsCode(code)) return { kind: 'malformed', code: asked };
    const own = current.get(code);
    if (own) return { kind: 'current', code, territory: own };
    const alias = past.get(code);
    if (!alias?.territory.nutsCode) return { kind: 'unknown', code };
    return {
      kind: 'alias',
      code,
      currentCode: alias.territory.nutsCode,
      territory: alias.territory,
    };
  };
};
