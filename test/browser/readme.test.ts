import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { projectRoot } from '../support/compile';

const examples = readFileSync(path.join(projectRoot, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('curl '));

test('the README has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});

test.each(examples)('%s', async (command) => {
  const address = /'(http[^']+)'/.exec(command)?.[1];
  if (!address) throw new Error('An example quotes its address');
  const response = await fetch(address.replace('http://127.0.0.1:1337', inject('demo').url));
  expect(response.status).toBe(200);
  const { data } = await response.json();
  expect([data ?? []].flat()).not.toEqual([]);
});
