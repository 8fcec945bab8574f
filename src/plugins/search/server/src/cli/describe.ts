import type { CheckOutcome, RebuildOutcome, SearchStatus } from '../../../shared/contracts';
import { totalsOf } from '../core/tally-differences';

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
};

/** The state of search, for a terminal. */
export const describeStatus = ({
  queue,
  engine,
  locales,
  deadLetters,
  lastSuccess,
}: SearchStatus): string => {
  const age = queue.oldestSeconds === null ? '' : `, the oldest for ${queue.oldestSeconds} s`;
  return [
    engine.state === 'healthy'
      ? 'The engine is healthy.'
      : `The engine is out of reach: ${engine.reason}`,
    `${queue.waiting} entries wait to be delivered${age}; ${queue.dead} are dead letters.`,
    `Last delivery: ${lastSuccess ?? 'unknown'}.`,
    '',
    table([
      ['Index', 'published', 'of them translated', 'documents', 'last delivery'],
      ...locales.map(({ index, published, translated, documents, lastSuccess: last }) => [
        index,
        String(published),
        String(translated),
        documents === null ? '?' : String(documents),
        last ?? '-',
      ]),
    ]),
    ...(deadLetters.length > 0 ? ['', 'Dead letters (the latest):'] : []),
    ...deadLetters.map(
      ({ uid, documentId, since, error }) => `  ${uid} ${documentId}, ${since}: ${error}`,
    ),
  ].join('\n');
};

/** What differs, for a terminal. */
export const describeCheck = (outcome: CheckOutcome): string => {
  const { missing, stale, ghosts } = totalsOf(outcome);
  const isRight = missing + stale + ghosts === 0;
  return [
    isRight
      ? `All documents of ${outcome.entries} entries are as they should be.`
      : `${missing} documents are missing, ${stale} are stale, ${ghosts} should not be there (${outcome.entries} entries compared).`,
    ...(outcome.waiting > 0
      ? [`Beside these, ${outcome.waiting} entries were edited and wait to be delivered.`]
      : []),
    '',
    table([
      ['Index', 'missing', 'stale', 'ghosts'],
      ...outcome.indexes.map((counts) => [
        counts.index,
        String(counts.missing),
        String(counts.stale),
        String(counts.ghosts),
      ]),
    ]),
    ...(outcome.examples.length > 0 ? ['', 'For example:'] : []),
    ...outcome.examples.map(({ target, id, kind }) => `  ${target} ${id}: ${kind}`),
  ].join('\n');
};

/** What was built, for a terminal. */
export const describeRebuild = (outcome: RebuildOutcome): string =>
  [
    table([
      ['Index', 'documents', 'of others'],
      ...outcome.indexes.map(({ index, documents, foreign }) => [
        index,
        String(documents),
        String(foreign),
      ]),
    ]),
    '',
    outcome.refusedCount === 0
      ? 'The new indexes are live.'
      : `The new indexes are live; ${outcome.refusedCount} entries were refused, and stay as search had them:`,
    ...outcome.refused.map(({ uid, documentId, error }) => `  ${uid} ${documentId}: ${error}`),
  ].join('\n');
