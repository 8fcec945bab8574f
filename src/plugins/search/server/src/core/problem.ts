/** What is wrong with one parameter of a request. */
export type Problem = { path: string[]; message: string; name: 'ValidationError' };

/** @param path the parameter's keys, outermost first; the message names it as `filters[stage]` */
export const problem = (path: readonly string[], sentence: string): Problem => {
  const [root = '', ...inner] = path;
  const name = `${root}${inner.map((key) => `[${key}]`).join('')}`;
  return { path: [...path], message: `${name} ${sentence}`, name: 'ValidationError' };
};

/** The outcome of reading one parameter. */
export type Read<T> = { state: 'valid'; value: T } | { state: 'invalid'; problems: Problem[] };

export const valid = <T>(value: T): Read<T> => ({ state: 'valid', value });
export const invalid = <T>(path: readonly string[], sentence: string): Read<T> => ({
  state: 'invalid',
  problems: [problem(path, sentence)],
});

/** All values, or all problems. */
export const together = <T>(reads: readonly Read<T>[]): Read<T[]> => {
  const problems = reads.flatMap((read) => (read.state === 'invalid' ? read.problems : []));
  if (problems.length > 0) return { state: 'invalid', problems };
  return valid(reads.flatMap((read) => (read.state === 'valid' ? [read.value] : [])));
};

export const oneOf = (values: readonly string[]): string =>
  values.length === 0
    ? 'takes no value here: none is declared'
    : `must be one of ${values.join(', ')}`;
