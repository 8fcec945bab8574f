import { z } from 'zod';
import { oneOf, type Problem, problem } from './problem';

const MAX_VALUES = 50;

/** Values as a list: repeated, with commas, or both. */
export const list = z
  .union([z.string(), z.array(z.string())], 'takes values, repeated or with commas')
  .transform((value) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((item) => item.split(','))
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .refine((values) => values.length <= MAX_VALUES, `takes at most ${MAX_VALUES} values`);

export const listFrom = (values: readonly string[]) =>
  list.refine((given) => given.every((value) => values.includes(value)), oneOf(values));

/** A list in which `*` stands for all of them. */
export const listOrAll = <T extends string>(values: readonly T[]) =>
  list
    .refine(
      (given) => given.every((value) => value === '*' || values.some((one) => one === value)),
      `${oneOf(values)}, or *`,
    )
    .transform((given) =>
      given.includes('*') ? [...values] : values.filter((value) => given.includes(value)),
    );

export const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z
    .string(rule)
    .regex(/^\d{1,7}$/, rule)
    .transform(Number)
    .refine((value) => value >= min && value <= max, rule);
};

/** Problems with the parameters' names, from what zod found. */
export const toProblems = (
  issues: readonly z.core.$ZodIssue[],
  known: readonly string[],
): Problem[] =>
  issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String);
    // Of an object inside the query, the message says what it takes.
    if (issue.code !== 'unrecognized_keys' || path.length > 0)
      return [problem(path, issue.message)];
    return issue.keys.map((key) =>
      problem([key], `is not a parameter of search; known are ${known.join(', ')}`),
    );
  });
