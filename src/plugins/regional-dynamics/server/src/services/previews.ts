import type { Core } from '@strapi/strapi';
import type { Preview, PreviewRow, RankSpan } from '../../../shared/workbench-contracts';
import { compareCodes } from '../core/compare-codes';
import { type Figures, figurePacker } from '../core/figures';
import type { Observation } from '../core/observation';
import type { Recipe } from '../core/recipe';
import type { NodeResult, Result } from '../core/result';
import { runInThreads } from '../engine/run-in-threads';
import { readTerritories } from '../store/territories';

type Compared = { reference: string; result: Result } | null;

type Order = {
  /** Whose preview it is: the next one of the same person takes its place. */
  owner: string;
  recipe: Recipe;
  figures: Figures;
  years: readonly number[];
  nutsVersion: string | null;
  compared: Compared;
  locale: string;
  signal: AbortSignal;
};

const standing = (node: NodeResult | undefined): PreviewRow['now'] => {
  if (node?.kind !== 'available') return null;
  const { value, low, high, of } = node.rank;
  const rank: RankSpan = { value, low, high, of };
  return { score: node.score, rank };
};

/** Ranked units first, by rank; each by code. */
const byRank = (a: PreviewRow, b: PreviewRow): number => {
  const [x, y] = [a, b].map(({ now }) => now?.rank.value ?? Number.MAX_SAFE_INTEGER);
  return (x ?? 0) - (y ?? 0) || compareCodes(a.unit, b.unit);
};

/** Figures from a list, as the engine takes them. */
export const packFigures = (observations: Iterable<Observation>): Figures => {
  const packer = figurePacker();
  for (const observation of observations) packer.add(observation);
  return packer.pack();
};

/** Scores drafts in a thread, one at a time; nothing is kept. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const running = new Map<string, AbortController>();
  let last: Promise<unknown> = Promise.resolve();

  const rowsOf = async (
    result: Result,
    { compared, year, locale }: { compared: Compared; year: number; locale: string },
  ): Promise<PreviewRow[]> => {
    const { nameOf } = await readTerritories(strapi);
    const known = new Map(
      compared?.result.units
        .filter((unit) => unit.year === year)
        .map(({ unit, nodes }) => [unit, standing(nodes[compared.result.root])]),
    );
    return result.units
      .filter((unit) => unit.year === year)
      .map(({ unit, nodes }) => ({
        unit,
        name: nameOf(unit, locale),
        now: standing(nodes[result.root]),
        before: known.get(unit) ?? null,
      }))
      .sort(byRank);
  };

  const run = async (order: Order, signal: AbortSignal): Promise<Preview> => {
    if (signal.aborted) return { kind: 'cancelled' };
    const { recipe, figures, years, nutsVersion, compared, locale } = order;
    const outcome = await runInThreads({
      recipe,
      figures,
      years,
      nutsVersion,
      threads: 1,
      signal,
    });
    if (outcome.kind !== 'finished') return { kind: 'cancelled' };
    if (outcome.ranked === 0) return { kind: 'unranked' };
    const result: Result = JSON.parse(outcome.result);
    const year = years.at(-1) ?? 0;
    return {
      kind: 'ranked',
      year,
      draws: outcome.draws,
      level: result.uncertainty.level,
      edition: compared?.reference ?? null,
      rows: await rowsOf(result, { compared, year, locale }),
    };
  };

  return {
    /** Ranks with ranges under a draft; cancelled by the signal, or by the owner's next one. */
    async rank(order: Order): Promise<Preview> {
      running.get(order.owner)?.abort();
      const controller = new AbortController();
      running.set(order.owner, controller);
      const signal = AbortSignal.any([order.signal, controller.signal]);
      const mine = last.then(() => run(order, signal));
      last = mine.catch(() => 'told to whoever waits for it');
      try {
        return await mine;
      } finally {
        if (running.get(order.owner) === controller) running.delete(order.owner);
      }
    },

    /** Ends what is running, at the end of the process. */
    async stop(): Promise<void> {
      for (const controller of running.values()) controller.abort();
      await last;
    },
  };
};
