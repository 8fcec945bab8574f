import { isEmpty } from '../rules/readers';
import { type Row, type Violation, violation } from '../rules/violation';

/** An entry of a reference type has a name, its own or in one language at least. */
export const checkName = (row: Row): Violation[] =>
  isEmpty(row.name)
    ? [
        violation({
          path: ['name'],
          rule: 'required',
          sentence: 'name',
        }),
      ]
    : [];
