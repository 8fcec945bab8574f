import { z } from 'zod';
import { oneOf, type Problem, problem, type Read, valid } from './problem';

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

/**
 * Reads the parameters that are given, each by its schema. One that is not given costs nothing, so that
 * a search does not pay for all that it could have been asked.
 * @returns the values by name, or every problem with the parameter's name and the rule it breaks
 */
export const readParameters = <Schemas extends Readonly<Record<string, z.ZodType>>>({
  query,
  schemas,
}: {
  query: Readonly<Record<string, unknown>>;
  schemas: Schemas;
}): Read<{ [Name in keyof Schemas]?: z.output<Schemas[Name]> }> => {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(query)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const parsed = schema?.safeParse(given);
    if (parsed?.success) {
      values[name] = parsed.data;
    } else if (parsed) {
      for (const { path, message } of parsed.error.issues) {
        problems.push(problem([name, ...path.map(String)], message));
      }
    } else {
      const known = Object.keys(schemas).join(', ');
      problems.push(problem([name], `is not a parameter of search; known are ${known}`));
    }
  }
  return problems.length > 0
    ? { state: 'invalid', problems }
    : valid(values as { [Name in keyof Schemas]?: z.output<Schemas[Name]> });
};
