import { textOf } from '../readers';
import { type Row, type Violation, violation } from '../violation';
import { isTimeZone } from './time-zone';

/** The attribute `key` is empty or names an IANA time zone. */
export const checkTimeZone = (
  row: Row,
  key: string,
  path: readonly (string | number)[] = [],
): Violation[] => {
  const zone = textOf(row, key);
  return zone === undefined || isTimeZone(zone)
    ? []
    : [
        violation({
          path: [...path, key],
          rule: 'time-zone',
          values: { zone },
        }),
      ];
};
