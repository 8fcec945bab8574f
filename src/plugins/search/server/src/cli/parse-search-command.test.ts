import { expect, it } from 'vitest';
import { parseSearchCommand } from './parse-search-command';

it('reads a command and its options', () => {
  expect(parseSearchCommand(['rebuild', '--locale', 'fr', '--locale=el', '--json'])).toEqual({
    state: 'command',
    command: { name: 'rebuild', locales: ['fr', 'el'], isJson: true },
  });
  expect(parseSearchCommand(['check'])).toMatchObject({ command: { locales: [], isJson: false } });
});

it.each([['--help'], ['-h'], ['help']])('helps with %s', (argument) => {
  expect(parseSearchCommand([argument])).toMatchObject({
    state: 'help',
    text: expect.stringContaining('Exit code'),
  });
});

it.each([
  [[], 'No command'],
  [['rebild'], '"rebild"'],
  [['check', 'now'], '"now"'],
  [['check', '--locale', 'fr'], '--locale is for rebuild'],
  [['status', '--jsn'], '--jsn'],
  [['rebuild', '--locale'], '--locale'],
])('says what is wrong with %s', (args, part) => {
  expect(parseSearchCommand(args)).toMatchObject({
    state: 'wrong',
    problem: expect.stringContaining(part),
  });
});
