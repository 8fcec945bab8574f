import type { Core } from '@strapi/strapi';
import type { Settings } from '../config';
import type { Place } from '../core/activity';

type Territories = NonNullable<Settings['territories']>;
type Row = Record<string, unknown> & { id: number };

const idOf = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : null;

const wholeOf = (value: unknown): number | null =>
  typeof value === 'number' && value > 0 ? value : null;

/** All territories with where they stand; codes or not, since content may name any of them. */
export const readPlaces = async (
  strapi: Core.Strapi,
  { uid, code, parent, perimeter, population, populationYear }: Territories,
): Promise<Place[]> => {
  const rows: Row[] = await strapi.db.query(uid).findMany({
    select: ['id', code, perimeter, population, populationYear].filter(
      (name) => name !== undefined,
    ),
    ...(parent === undefined ? {} : { populate: { [parent]: { select: ['id'] } } }),
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => {
    const unit = row[code];
    return {
      id: row.id,
      unit: typeof unit === 'string' && unit !== '' ? unit : null,
      parent: parent === undefined ? null : idOf(row[parent]),
      inPerimeter: perimeter !== undefined && row[perimeter] === true,
      population: population === undefined ? null : wholeOf(row[population]),
      populationYear: populationYear === undefined ? null : wholeOf(row[populationYear]),
    };
  });
};
