import { errors } from '@strapi/utils';
import { getService } from '../get-service';
import type { WantedEdition } from '../services/edition-reader';
import { explainUnit } from './explain-unit';
import type { Boot } from './import-command';
import { Refusal } from './refusal';

/** What is refused is said as a sentence, not as a stack. */
const refusing = (error: unknown): never => {
  const isKnown = error instanceof errors.NotFoundError || error instanceof errors.ValidationError;
  throw isKnown ? new Refusal([error.message]) : error;
};

/**
 * `explain` without a recipe and data: where the score of a unit comes from in the latest published
 * edition of the database, in that of a year, or in the one cited.
 * @throws Refusal without such an edition or unit
 */
export const explainEdition = async (
  { territory, ...wanted }: { territory: string } & WantedEdition,
  { boot, print }: { boot: Boot; print: (text: string) => void },
): Promise<void> => {
  const strapi = await boot();
  try {
    const territories = getService(strapi, 'territories');
    const found = await territories.explained(territory, wanted).catch(refusing);
    const { edition, recipe, result, units } = found;
    const { draws, seed } = result.uncertainty;
    print(`${edition} (${draws} replications, seed ${seed})`);
    for (const unit of units) print(`\n${explainUnit(recipe, result, unit)}`);
  } finally {
    await strapi.destroy();
  }
};
