import { textOf } from '../readers';
import { type Row, type Violation, violation } from '../violation';
import { isWebAddress } from './web-address';

/** The attribute `key` is empty or an http(s) address. */
export const checkWebAddress = (row: Row, key: string): Violation[] => {
  const address = textOf(row, key);
  return address === undefined || isWebAddress(address)
    ? []
    : [violation({ path: [key], rule: 'web-address' })];
};
