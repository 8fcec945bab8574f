import { expect, test } from 'vitest';
import { cleanLog } from './clean-log';

const error = (line: string) => cleanLog({ level: 'error', line });
const http = (line: string) => cleanLog({ level: 'http', line });

test('a statement that failed loses its values and keeps what the database says', () => {
  const line =
    "[10:00] error: insert into `people` (`email`) values ('a - b', 'x@y.example') - UNIQUE constraint failed: people.reference\n    at run (a.js:1)";
  expect(error(line)).toBe(
    '[10:00] error: insert into … - UNIQUE constraint failed: people.reference\n    at run (a.js:1)',
  );
  expect(error('select distinct "t0".* from "a" where "b" = \'secret\' - bad')).toBe(
    'select … - bad',
  );
});

test('sentences stay', () => {
  const line = 'Select an update with care - or not: 3 of "a" - 4';
  expect(error('Nothing to update - all is well')).toBe('Nothing to update - all is well');
  expect(error(line.replace('"a"', 'a'))).toBe(line.replace('"a"', 'a'));
});

test('e-mail addresses go, encoded ones too', () => {
  expect(error('No account a.b+c@oten.example, nor d%40oten.example')).toBe(
    'No account <e-mail>, nor <e-mail>',
  );
});

test('a request’s line names the address, not what was asked, nor the secret of a link', () => {
  expect(http('GET /api/people?filters[email]=x@y.example (3 ms) 400')).toBe(
    'GET /api/people?… (3 ms) 400',
  );
  expect(http(`GET /api/approval/${'a1B2'.repeat(11)} (3 ms) 200`)).toBe(
    'GET /api/approval/… (3 ms) 200',
  );
  expect(http('GET /api/people/abcdefghijklmnopqrstuvwx (3 ms) 200')).toContain('abcdefghij');
});
