import { errors } from '@strapi/utils';

/** What is wrong with one parameter of a request. */
export type Problem = { path: string[]; message: string; name: 'ValidationError' };

/** @param path the parameter's keys, outermost first; the message names it as `filters[stage]` */
export const problem = (path: string[], sentence: string): Problem => {
  const [root = '', ...inner] = path;
  const name = `${root}${inner.map((key) => `[${key}]`).join('')}`;
  return { path, message: `${name} ${sentence}`, name: 'ValidationError' };
};

/** @throws ValidationError with all problems, unless there are none */
export const refuseProblems = (problems: readonly Problem[]): void => {
  if (problems.length === 0) return;
  throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: [...problems],
  });
};
