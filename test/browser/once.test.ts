import { expect, inject, test } from 'vitest';

test('`npm run demo -- --once` shows everything and exits 0', () => {
  const { code, output } = inject('demoOnce');
  expect(output).not.toContain('Missing:');
  expect(code).toBe(0);
  expect(output).toMatch(/^initiatives +\d\d +\d\d +\d\d +\d\d +\d\d +\d\d$/m);
  expect(output).toMatch(/^territories +\d{3}$/m);
  expect(output).toMatch(/^[A-Z]{2}\w\w .+ \d+\.\d +1 +1–\d+ +\d+$/m);
  expect(output).toContain('The probe was deleted and is gone from search.');
});
