import { isEmpty } from '../readers';
import { type Row, type Violation, violation } from '../violation';

/** A moment in milliseconds since 1970 (UTC), from ISO 8601 text, a Date or a number. Undefined when it is none. */
export const toInstant = (value: unknown): number | undefined => {
  if (isEmpty(value)) return undefined;
  const instant =
    value instanceof Date
      ? value.getTime()
      : typeof value === 'string' || typeof value === 'number'
        ? new Date(value).getTime()
        : Number.NaN;
  return Number.isFinite(instant) ? instant : undefined;
};

export const instantOf = (row: Row, key: string): number | undefined => toInstant(row[key]);

/** The attributes are empty or moments, and none is before one that stands earlier in `keys`. */
export const checkInstants = (row: Row, keys: readonly string[]): Violation[] => {
  let latest: { key: string; instant: number } | undefined;
  return keys.flatMap((key) => {
    if (isEmpty(row[key])) return [];
    const instant = instantOf(row, key);
    if (instant === undefined) {
      return [violation({ path: [key], rule: 'real-date', sentence: 'real-date.with-time' })];
    }
    if (latest && instant < latest.instant) {
      return [
        violation({
          path: [key],
          rule: 'end-after-start',
          values: { start: { field: latest.key } },
        }),
      ];
    }
    latest = { key, instant };
    return [];
  });
};
