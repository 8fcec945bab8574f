import { isEmpty, itemsOf } from '../readers';
import { type Row, type Violation, violation } from '../violation';

/** A violation for each of `keys` that is empty in an item of the component list. */
export const checkItems = (row: Row, list: string, keys: readonly string[]): Violation[] =>
  itemsOf(row, list).flatMap((item, index) =>
    keys
      .filter((key) => isEmpty(item[key]))
      .map((key) => violation({ path: [list, index, key], rule: 'required' })),
  );
