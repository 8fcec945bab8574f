import type { Core } from '@strapi/strapi';
import type { Sensitivity } from '../../../shared/contracts';
import type { Statistics } from '../core/analysis/statistics-of';
import { analyseInThread } from '../engine/analyse-in-thread';
import type { AnalysisAnswer, AnalysisInput, NodeRanks } from '../engine/analysis-messages';
import type { EditionHead } from '../store/editions';
import { editionReader, yearsOfEdition } from './edition-reader';

/** Samples of a sensitivity analysis. */
const SAMPLES = 500;

const KEPT = 16;

const unexpected = ({ kind }: AnalysisAnswer, wanted: string): Error =>
  new Error(`A thread answered ${kind}, not ${wanted}`);

/** What is worked out of an edition when somebody asks: off the request, once, and kept. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = editionReader(strapi);
  // An edition's inputs never change: neither do its replications.
  const kept = new Map<string, Promise<AnalysisAnswer>>();
  let last: Promise<unknown> = Promise.resolve();

  /** One thread at a time, and one run for all who ask for the same. */
  const analyse = (edition: EditionHead, want: AnalysisInput['want']): Promise<AnalysisAnswer> => {
    const key = JSON.stringify([edition.id, want]);
    const known = kept.get(key);
    if (known) return known;
    const answer = last.then(async () => {
      const { recipe, inputTable } = await reader.inputsOf(edition);
      const { nutsVersion } = edition;
      const years = yearsOfEdition(edition);
      return analyseInThread({ recipe, inputTable, years, nutsVersion, want });
    });
    last = answer.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, answer);
    return answer;
  };

  return {
    /** The ranks of a node in every replication, made again from the edition's own inputs. */
    async ranksOf(edition: EditionHead, node: string, year: number) {
      const found = await analyse(edition, { kind: 'ranks', node, year });
      if (found.kind !== 'ranks') throw unexpected(found, 'ranks');
      const { units, ranks, count, level }: NodeRanks = found;
      const rows = { start: 0, end: units.length };
      return { ...found, places: { ranks: new Map([[node, ranks]]), count, level, rows } };
    },

    /** Which assumptions move the ranks. */
    async sensitivityOf(edition: EditionHead): Promise<Sensitivity> {
      const found = await analyse(edition, { kind: 'sensitivity', n: SAMPLES });
      if (found.kind !== 'sensitivity') return { kind: 'not-computed' };
      const { sobol } = found;
      if (sobol.kind !== 'decomposed') return sobol;
      return {
        kind: 'decomposed',
        meanShift: sobol.meanShift,
        samples: sobol.n,
        factors: sobol.indices.map(({ factor, ...index }) => ({ name: factor, ...index })),
      };
    },

    /** @param year one of the edition's own */
    async statisticsOf(edition: EditionHead, year: number): Promise<Statistics> {
      const found = await analyse(edition, { kind: 'statistics', year });
      if (found.kind !== 'statistics') throw unexpected(found, 'statistics');
      return found.statistics;
    },
  };
};
