import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { FIGURES_CHANGE, IMPORT, OBSERVATION } from '../constants';
import type { Observation } from '../core/observation';
import { tableOf, within } from './database';
import { markUsersOf } from './edition-marks';
import type { FigureRow } from './figure-row';

export type FigureCounts = { created: number; updated: number; unchanged: number };
export type FigureOutcome = keyof FigureCounts;

/** Rows of one statement: SQLite takes some thousand values, and the event loop wants its turn. */
const CHUNK = 100;

const cellOf = ({ indicator, unit, year }: Pick<Observation, 'indicator' | 'unit' | 'year'>) =>
  `${indicator} ${unit} ${year}`;

const isSame = (known: FigureRow, { value, flag, standardError }: Observation): boolean =>
  known.value === value &&
  (known.flag || null) === (flag || null) &&
  known.standard_error === (standardError ?? null);

const outcomeOf = (known: FigureRow | undefined, figure: Observation): FigureOutcome => {
  if (!known) return 'created';
  return isSame(known, figure) ? 'unchanged' : 'updated';
};

/** The current figures of these cells in this vintage. */
const readKnown = async (
  strapi: Core.Strapi,
  { vintage, batch, chunk }: { vintage: string; batch: number; chunk: readonly Observation[] },
): Promise<Map<string, FigureRow>> =>
  within(strapi, async (trx) => {
    const rows: FigureRow[] = await tableOf(strapi, trx, OBSERVATION)
      .select('indicator', 'unit', 'year', 'batch', 'value', 'flag', 'standard_error')
      .where({ vintage })
      .where('batch', '<', batch)
      .whereNotIn('batch', tableOf(strapi, trx, IMPORT).select('id').where('state', 'staging'))
      .whereIn(
        ['indicator', 'unit', 'year'],
        chunk.map(({ indicator, unit, year }) => [indicator, unit, year]),
      )
      .orderBy('batch');
    return new Map(rows.map((row) => [cellOf(row), row]));
  });

/** By one plain statement: Strapi's own way of creating rows takes ten times as long. */
const insertFigures = async (
  strapi: Core.Strapi,
  { vintage, batch, figures }: { vintage: string; batch: number; figures: readonly Observation[] },
): Promise<void> => {
  const now = strapi.db.dialect.client === 'postgres' ? new Date() : Date.now();
  const rows = figures.map(({ unit, year, indicator, value, flag, standardError }) => ({
    // As long as Strapi's own, of letters and digits.
    document_id: randomBytes(12).toString('hex'),
    unit,
    year,
    indicator,
    value,
    flag: flag || null,
    standard_error: standardError ?? null,
    vintage,
    batch,
    created_at: now,
    updated_at: now,
    published_at: now,
  }));
  await within(strapi, async (trx) => tableOf(strapi, trx, OBSERVATION).insert(rows));
};

/** Deletes a batch's rows a chunk at a time. */
const discard = async (strapi: Core.Strapi, batch: number): Promise<void> => {
  for (;;) {
    const rows: { id: number }[] = await strapi.db
      .query(OBSERVATION)
      .findMany({ where: { batch }, select: ['id'], limit: CHUNK });
    if (rows.length === 0) break;
    await nextTurn();
    await strapi.db
      .query(OBSERVATION)
      .deleteMany({ where: { id: { $in: rows.map(({ id }) => id) } } });
  }
  await strapi.db.query(IMPORT).delete({ where: { id: batch } });
};

/** Removes what the figures of a batch have taken the place of; nobody reads it any more. */
const removeSuperseded = async (
  strapi: Core.Strapi,
  { batch, vintage }: { batch: number; vintage: string },
): Promise<void> => {
  let after = 0;
  for (;;) {
    const rows: { id: number; indicator: string; unit: string; year: number }[] = await strapi.db
      .query(OBSERVATION)
      .findMany({
        where: { batch, id: { $gt: after } },
        select: ['id', 'indicator', 'unit', 'year'],
        orderBy: { id: 'asc' },
        limit: CHUNK,
      });
    if (rows.length === 0) return;
    await nextTurn();
    after = rows.at(-1)?.id ?? after;
    await within(strapi, async (trx) =>
      tableOf(strapi, trx, OBSERVATION)
        .where({ vintage })
        .where('batch', '<', batch)
        .whereIn(
          ['indicator', 'unit', 'year'],
          rows.map(({ indicator, unit, year }) => [indicator, unit, year]),
        )
        .del(),
    );
  }
};

/** A batch beyond all: what is compared stands after everything that is there. */
const AFTER_ALL = 2_147_483_647;

/** Counts what loading the figures would create, correct and leave alone; writes nothing. */
export const compareFigures = async <T extends Observation>(
  strapi: Core.Strapi,
  {
    vintage,
    figures,
    onFigure,
  }: {
    vintage: string;
    figures: AsyncIterable<T> | Iterable<T>;
    onFigure?: ((figure: T, outcome: FigureOutcome) => void) | undefined;
  },
): Promise<FigureCounts> => {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for await (const chunk of chunksOf(figures)) {
    await nextTurn();
    const known = await readKnown(strapi, { vintage, batch: AFTER_ALL, chunk });
    for (const figure of chunk) {
      const outcome = outcomeOf(known.get(cellOf(figure)), figure);
      counts[outcome]++;
      onFigure?.(figure, outcome);
    }
  }
  return counts;
};

/** Imports that were broken off by the end of a process leave their rows: an hour later they go. */
export const removeAbandoned = async (strapi: Core.Strapi, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - 3_600_000);
  const abandoned: { id: number }[] = await strapi.db.query(IMPORT).findMany({
    where: { state: 'staging', createdAt: { $lt: before } },
    select: ['id'],
  });
  for (const { id } of abandoned) await discard(strapi, id);
};

async function* chunksOf<T>(figures: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const figure of figures) {
    chunk.push(figure);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Loads figures of one vintage: staged in chunks that nobody sees, then shown all at once by one
 * short statement. Figures that are there already are left alone. Whatever `figures` throws
 * leaves nothing behind.
 * @param figures each cell once
 */
export const loadFigures = async <T extends Observation>(
  strapi: Core.Strapi,
  {
    file,
    vintage,
    figures,
    onProgress,
    onFigure,
  }: {
    file: string;
    vintage: string;
    figures: AsyncIterable<T> | Iterable<T>;
    onProgress?: ((figures: number) => void) | undefined;
    onFigure?: ((figure: T, outcome: FigureOutcome) => void) | undefined;
  },
): Promise<FigureCounts> => {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const indicators = new Set<string>();
  const { id: batch }: { id: number } = await strapi.db.query(IMPORT).create({
    data: { file: file.slice(0, 255), vintage, state: 'staging', figures: 0 },
  });
  try {
    for await (const chunk of chunksOf(figures)) {
      // SQLite answers at once: without this the chunks would follow one another in one turn.
      await nextTurn();
      const known = await readKnown(strapi, { vintage, batch, chunk });
      const fresh = chunk.filter((figure) => {
        const outcome = outcomeOf(known.get(cellOf(figure)), figure);
        counts[outcome]++;
        onFigure?.(figure, outcome);
        return outcome !== 'unchanged';
      });
      for (const { indicator } of fresh) indicators.add(indicator);
      if (fresh.length > 0) {
        await nextTurn();
        await insertFigures(strapi, { vintage, batch, figures: fresh });
      }
      onProgress?.(counts.created + counts.updated + counts.unchanged);
    }
  } catch (error) {
    await discard(strapi, batch);
    throw error;
  }
  const changed = counts.created + counts.updated;
  if (changed === 0) {
    await discard(strapi, batch);
    return counts;
  }
  await strapi.db.transaction(async ({ onCommit }) => {
    await strapi.db
      .query(IMPORT)
      .update({ where: { id: batch }, data: { state: 'live', figures: changed } });
    const indices = await markUsersOf(strapi, indicators);
    onCommit(() => {
      strapi.eventHub
        .emit(FIGURES_CHANGE, { indicators: [...indicators], vintage, indices })
        .catch((error: unknown) => strapi.log.error(`${FIGURES_CHANGE}: ${String(error)}`));
    });
  });
  if (counts.updated > 0) await removeSuperseded(strapi, { batch, vintage });
  return counts;
};
