import { AsyncLocalStorage } from 'node:async_hooks';
import { availableParallelism } from 'node:os';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { EDITION, EDITION_PUBLISH, INDEX } from '../constants';
import type { EditionInputs } from '../core/edition-inputs';
import { editionPlanSchema, type PlannedEdition } from '../core/edition-plan';
import { ENGINE_VERSION } from '../core/engine-version';
import { figureCodes, type Recipe, recipeSchema } from '../core/recipe';
import { runInThreads } from '../engine/run-in-threads';
import { type EditionHead, freezeDraft, latestEdition } from '../store/editions';
import { readFigures } from '../store/read-figures';
import { validationError } from '../validation-error';

type RunSettings = {
  /** Threads that share the replications; default: all cores but one, at most four. */
  threads?: number;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
};

type ComputeEdition = RunSettings & {
  index: string;
  year: number;
  /** The first year of a panel. */
  from?: number | undefined;
  nutsVersion?: string | null | undefined;
  vintages?: readonly string[] | undefined;
  /** Freeze it at once: from then on it is served and never changes. */
  publish?: boolean;
};

type ComputedEdition =
  | { kind: 'created'; reference: string }
  /** It was a draft made of the very same inputs: it is frozen as it is. */
  | { kind: 'published'; reference: string }
  | { kind: 'unchanged'; reference: string }
  | { kind: 'cancelled' };

/** What a run gave, ready to be written. */
type Computed =
  | { kind: 'unchanged'; latest: EditionHead }
  | { kind: 'cancelled' }
  | {
      kind: 'computed';
      inputs: EditionInputs;
      result: string;
      seed: number;
      draws: number;
    };

const DEFAULT_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));

const yearsOf = ({ from, year }: { from?: number | undefined; year: number }): number[] => {
  const first = from ?? year;
  return Array.from({ length: year - first + 1 }, (_, k) => first + k);
};

/** Nobody is told of an edition that a caller's open transaction may still take back. */
type Committed = { onCommit: (callback: () => void) => void };

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const run = async (recipe: Recipe, order: ComputeEdition): Promise<Computed> => {
    const { index: indexCode, year, nutsVersion = null, vintages, threads } = order;
    const years = yearsOf(order);
    const figures = await readFigures(strapi, {
      indicators: figureCodes(recipe),
      ...(order.from === undefined ? {} : { from: order.from, to: year }),
      vintages,
    });
    let latest = null as EditionHead | null;
    const outcome = await runInThreads({
      recipe,
      figures,
      years,
      nutsVersion,
      threads: threads ?? DEFAULT_THREADS,
      signal: order.signal,
      onProgress: order.onProgress,
      isWanted: async ({ inputHash }) => {
        latest = await latestEdition(strapi, { indexCode, year });
        return latest?.inputHash !== inputHash;
      },
    });
    switch (outcome.kind) {
      case 'cancelled':
        return outcome;
      case 'unwanted':
        if (!latest) throw new Error(`${indexCode} ${year}: no edition has made a run unwanted`);
        return { kind: 'unchanged', latest };
      case 'finished': {
        const { ranked, result, seed, draws, inputs } = outcome;
        if (ranked > 0) return { kind: 'computed', inputs, result, seed, draws };
        const message = `No unit of ${years.join(', ')} can be scored: there are too few figures`;
        throw new errors.ValidationError(message, {
          errors: [{ path: ['year'], message, name: 'ValidationError' }],
        });
      }
    }
  };

  const announce = (
    { reference, index, year }: { reference: string; index: string; year: number },
    { onCommit }: Committed,
  ): void =>
    onCommit(() => {
      strapi.eventHub
        .emit(EDITION_PUBLISH, { reference, index, year })
        .catch((error: unknown) => strapi.log.error(`${EDITION_PUBLISH}: ${String(error)}`));
    });

  /** What becomes of the edition there is, where a new one would be the same. */
  const settle = async (
    { reference }: EditionHead,
    { index, year, publish = false }: ComputeEdition,
    committed: Committed,
  ): Promise<ComputedEdition> => {
    if (!publish || !(await freezeDraft(strapi, reference)))
      return { kind: 'unchanged', reference };
    announce({ reference, index, year }, committed);
    return { kind: 'published', reference };
  };

  const write = async (
    { order, index, recipe }: { order: ComputeEdition; index: { id: number }; recipe: Recipe },
    computed: Exclude<Computed, { kind: 'cancelled' }>,
    committed: Committed,
  ): Promise<ComputedEdition> => {
    if (computed.kind === 'unchanged') return settle(computed.latest, order, committed);
    const { index: code, year, from, nutsVersion = null, publish = false } = order;
    const { inputs, result, seed, draws } = computed;
    const latest = await latestEdition(strapi, { indexCode: code, year });
    if (latest?.inputHash === inputs.inputHash) return settle(latest, order, committed);
    const number = (latest?.number ?? 0) + 1;
    const reference = [code, ...(from === undefined ? [] : [from]), year, number].join('-');
    await strapi.db.query(EDITION).create({
      data: {
        reference,
        index: index.id,
        indexCode: code,
        year,
        fromYear: from ?? null,
        number,
        recipe,
        // As the thread wrote them: to read and write them again would hold the event loop.
        inputTable: inputs.inputTable,
        results: result,
        inputHash: inputs.inputHash,
        engineVersion: ENGINE_VERSION,
        nutsVersion,
        seed,
        draws,
        frozenAt: publish ? new Date() : null,
        publishedAt: new Date(),
      },
    });
    if (publish) announce({ reference, index: code, year }, committed);
    return { kind: 'created', reference };
  };

  /** The index that a call saves together with its editions. */
  const ownSave = new AsyncLocalStorage<string>();

  let lastWrite: Promise<unknown> = Promise.resolve();
  /** One after another: two runs that end together would take the same number. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = lastWrite.then(work);
    lastWrite = next.catch(() => 'told to whoever waits for it');
    return next;
  };

  const readIndex = async (code: string): Promise<{ id: number; recipe: unknown } | null> =>
    strapi.db.query(INDEX).findOne({ where: { code } });

  const parsed = (recipe: unknown): Recipe => {
    const found = recipeSchema.safeParse(recipe);
    if (!found.success) throw validationError(found.error, { under: ['recipe'] });
    return found.data;
  };

  return {
    /**
     * Computes an edition from the index's recipe and the latest figures, unless the latest
     * edition of that year was made of the very same inputs; one that is still a draft is then
     * frozen where `publish` asks for it. The run is in threads; only the finished edition is
     * written, in one short transaction.
     * @throws NotFoundError for an unknown index, ValidationError for a recipe that does not hold
     * or figures that score no unit at all
     */
    async compute(order: ComputeEdition): Promise<ComputedEdition> {
      const index = await readIndex(order.index);
      if (!index) throw new errors.NotFoundError(`There is no index "${order.index}"`);
      const recipe = parsed(index.recipe);
      const computed = await run(recipe, order);
      if (computed.kind === 'cancelled') return computed;
      return inTurn(() =>
        strapi.db.transaction((context) => write({ order, index, recipe }, computed, context)),
      );
    },

    /**
     * Saves an index together with the editions it is to have: all of it or nothing.
     * @param save writes the index, in the transaction of the editions
     */
    async computeWith<T>(
      index: { code: string; recipe: Recipe },
      plan: readonly PlannedEdition[],
      save: () => Promise<T>,
    ): Promise<{ saved: T; editions: ComputedEdition[] }> {
      const runs: { order: ComputeEdition; computed: Computed }[] = [];
      for (const { published, ...planned } of plan) {
        const order = { ...planned, index: index.code, publish: published };
        runs.push({ order, computed: await run(index.recipe, order) });
      }
      const writeAll = async (context: Committed) => {
        const saved = await ownSave.run(index.code, save);
        const row = await readIndex(index.code);
        if (!row) throw new errors.NotFoundError(`There is no index "${index.code}"`);
        const editions: ComputedEdition[] = [];
        for (const { order, computed } of runs) {
          editions.push(
            computed.kind === 'cancelled'
              ? computed
              : await write({ order, index: row, recipe: index.recipe }, computed, context),
          );
        }
        return { saved, editions };
      };
      return inTurn(() => strapi.db.transaction(writeAll));
    },

    /** Whether the caller is the save of `computeWith`, which brings the editions itself. */
    bringsEditions: (code: string): boolean => ownSave.getStore() === code,

    /** The editions an index is to have. */
    async planOf(code: string): Promise<PlannedEdition[]> {
      const index: { editionPlan: unknown } | null = await strapi.db
        .query(INDEX)
        .findOne({ where: { code }, select: ['editionPlan'] });
      return editionPlanSchema.parse(index?.editionPlan ?? []);
    },
  };
};
