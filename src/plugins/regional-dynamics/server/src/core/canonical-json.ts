import { compareCodes } from './compare-codes';

/** JSON with sorted keys: equal data, equal bytes, whatever a database did to the order of keys. */
export const canonicalJson = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareCodes(a, b)))
      : value,
  );
