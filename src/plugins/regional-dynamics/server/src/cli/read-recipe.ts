import path from 'node:path';
import { type Recipe, recipeSchema } from '../core/recipe';
import { readJson } from '../seeds/read-json';
import { readText } from './read-csv';
import { Refusal } from './refusal';

/** A recipe from a JSON file; each refusal names line, path and rule. */
export const readRecipe = (file: string): Recipe => {
  const read = readJson(readText(file), recipeSchema);
  if (read.kind === 'read') return read.value;
  const name = path.basename(file);
  throw new Refusal(
    read.errors.map(
      ({ line, message }) => `${name}${line === undefined ? '' : `:${line}`}: ${message}`,
    ),
  );
};
