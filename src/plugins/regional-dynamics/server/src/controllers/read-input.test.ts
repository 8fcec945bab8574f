import { errors } from '@strapi/utils';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readInput } from './read-input';

const schema = z.strictObject({
  year: z.number().optional(),
  figures: z.array(z.strictObject({ unit: z.string() })).default([]),
});

const refusalOf = (given: unknown): string => {
  try {
    readInput(schema, given);
  } catch (error) {
    if (error instanceof errors.ValidationError) return error.message;
    throw error;
  }
  return 'nothing';
};

it('names what is known beside a name that is not', () => {
  expect(refusalOf({ years: 2018 })).toBe('years: is not known here; known are year, figures');
});

it('does not offer the names of the whole for a name within a part', () => {
  expect(refusalOf({ figures: [{ unit: 'FR10', year: 2018 }] })).toBe(
    'figures.0.year: is not known here',
  );
});
