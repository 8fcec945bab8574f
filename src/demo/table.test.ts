import { expect, test } from 'vitest';
import { formatTable } from './table';

test('columns line up, counting characters and not bytes', () => {
  expect(
    formatTable([
      ['type', 'fr'],
      ['Łódź', '12'],
      ['x', '3'],
    ]),
  ).toBe('type  fr\nŁódź  12\nx      3');
});
