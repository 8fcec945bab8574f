import type { Row, Violation } from '../violation';
import { checkTextList } from './check-text-list';
import { isWebAddress } from './web-address';

/** `sources`: where the facts of an entry come from, as http(s) addresses. */
export const checkSources = (row: Row): Violation[] =>
  checkTextList({
    value: row.sources,
    path: ['sources'],
    rule: 'sources-are-addresses',
    allows: isWebAddress,
    expected: 'http(s) addresses',
  });
