import { createHash } from 'node:crypto';
import { isEmpty, isRecord } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';

/** What differs between equal texts: row ids, and marks of the admin's form. */
const NO_TEXT = new Set(['id', 'documentId', '__temp_key__', '__component']);

const canonical = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) {
    return value.map(canonical).filter((item) => !isEmpty(item) && !isOnlyCode(item));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => !NO_TEXT.has(key))
      .sort()
      .map((key): [string, unknown] => [key, canonical(value[key])])
      .filter(([, inner]) => !isEmpty(inner)),
  );
};

const isOnlyCode = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).every((key) => key === 'code');

/**
 * Fingerprint of all texts of an entry's row: SHA-256 over its localized attributes as JSON, keys
 * sorted, texts in Unicode NFC, without ids and without what is empty.
 * @param keys the localized attributes
 * @returns 64 lower-case hexadecimal digits
 */
export const textHash = ({ row, keys }: { row: Row; keys: readonly string[] }): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(Object.fromEntries(keys.map((key) => [key, row[key]])))))
    .digest('hex');
