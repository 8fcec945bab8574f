import {
  type Extra,
  linksOf,
  NO_EXTRA,
  type SchemaLookup,
  targetOf,
  withoutColumns,
} from '../../../names/names-in-query';
import { instantOf, toInstant } from '../../../rules/checks/instants';
import { isRecord } from '../../../rules/readers';
import type { Schema } from '../../../rules/schema';
import { callStateAt, nextDeadlineAt } from '../rules/call-dates';
import { CALL } from './state-in-query';

type Entry = Record<string, unknown>;

const computed = (entry: Entry, now: number): Entry => {
  const cutoffs = Array.isArray(entry.cutoffs) ? entry.cutoffs : [];
  const next = nextDeadlineAt({ cutoffs: cutoffs.flatMap((one) => toInstant(one) ?? []), now });
  return {
    ...('state' in entry
      ? {
          state:
            callStateAt({
              opensAt: instantOf(entry, 'opensAt'),
              closesAt: instantOf(entry, 'closesAt'),
              now,
            }) ?? null,
        }
      : {}),
    ...('nextDeadline' in entry
      ? { nextDeadline: next === undefined ? null : new Date(next).toISOString() }
      : {}),
  };
};

/**
 * The entry with the state and next deadline of each call in it, at any depth, as they are at `now`,
 * and without the columns that were read for that only.
 */
export const stateInAnswer = ({
  entry,
  schema,
  lookup,
  now,
  extra,
}: {
  entry: Entry;
  schema: Schema;
  lookup: SchemaLookup;
  now: number;
  extra: Extra;
}): Entry => {
  const answer = withoutColumns(entry, extra);
  for (const key of linksOf(schema.attributes)) {
    const value = entry[key];
    if (typeof value !== 'object' || value === null) continue;
    const target = targetOf({ attributes: schema.attributes, key, lookup });
    if (!target) continue;
    const child = extra.children[key] ?? NO_EXTRA;
    const one = (item: unknown) =>
      isRecord(item)
        ? stateInAnswer({ entry: item, schema: target, lookup, now, extra: child })
        : item;
    answer[key] = Array.isArray(value) ? value.map(one) : one(value);
  }
  return schema.uid === CALL ? Object.assign(answer, computed(entry, now)) : answer;
};
