import type { TextKey } from './use-text';

type Say = (key: TextKey, values?: Record<string, string>) => string;

/** Eurostat's letters. */
const LETTERS: Record<string, TextKey> = {
  b: 'flag.b',
  c: 'flag.c',
  d: 'flag.d',
  e: 'flag.e',
  f: 'flag.f',
  i: 'flag.i',
  m: 'flag.m',
  n: 'flag.n',
  p: 'flag.p',
  r: 'flag.r',
  s: 'flag.s',
  u: 'flag.u',
  z: 'flag.z',
};

/** A source's flag in words: Eurostat's letters, carried figures, parents' figures; others as they are. */
export const flagWords = (flag: string, text: Say): string => {
  const [, from] = /^carried-forward:(\d+)$/.exec(flag) ?? [];
  if (from !== undefined) return text('flag.carried', { from });
  const [, level] = /^parent-(.+)$/.exec(flag) ?? [];
  if (level !== undefined) return text('flag.parent', { level });
  const known = [...flag].map((letter) => LETTERS[letter]);
  const said = known.flatMap((key) => (key === undefined ? [] : [text(key)]));
  return said.length === 0 || said.length < known.length ? flag : said.join(', ');
};
