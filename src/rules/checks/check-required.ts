import { isEmpty } from '../readers';
import { type Row, type Violation, violation } from '../violation';

/** What a publication cannot do without: a violation for each attribute that is empty. */
export const checkRequired = (row: Row, keys: readonly string[]): Violation[] =>
  keys
    .filter((key) => isEmpty(row[key]))
    .map((key) => violation({ path: [key], rule: 'required' }));
