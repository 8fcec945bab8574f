import type { Core } from '@strapi/strapi';
import { EDITION } from '../constants';

export type EditionHead = {
  id: number;
  reference: string;
  indexCode: string;
  year: number;
  /** The first year of a panel; else null. */
  fromYear: number | null;
  number: number;
  seed: number;
  draws: number;
  inputHash: string;
  nutsVersion: string | null;
  /** When it was published; null for a draft. */
  frozenAt: string | Date | null;
};

/** The columns of an edition's head. */
export const EDITION_HEAD = [
  'id',
  'reference',
  'indexCode',
  'year',
  'fromYear',
  'number',
  'seed',
  'draws',
  'inputHash',
  'nutsVersion',
  'frozenAt',
];

/**
 * Published editions, of a year or with it among theirs, the latest year first and of a year the
 * latest number first.
 * @param by published by then
 */
export const frozenEditions = (
  strapi: Core.Strapi,
  {
    indexCode,
    year,
    by,
  }: { indexCode?: string | undefined; year?: number | undefined; by?: EditionHead['frozenAt'] },
): Promise<EditionHead[]> =>
  strapi.db.query(EDITION).findMany({
    where: {
      frozenAt: { $notNull: true, ...(by ? { $lte: by } : {}) },
      ...(indexCode === undefined ? {} : { indexCode }),
      ...(year === undefined
        ? {}
        : { $or: [{ year }, { fromYear: { $lte: year }, year: { $gte: year } }] }),
    },
    select: EDITION_HEAD,
    orderBy: [{ indexCode: 'asc' }, { year: 'desc' }, { number: 'desc' }],
  });

/** The published edition of a reference. */
export const frozenEdition = (
  strapi: Core.Strapi,
  reference: string,
): Promise<EditionHead | null> =>
  strapi.db
    .query(EDITION)
    .findOne({ where: { reference, frozenAt: { $notNull: true } }, select: EDITION_HEAD });

/**
 * Freezes a draft as it is: from then on it is served and never changes.
 * @returns false for one that is frozen already
 */
export const freezeDraft = async (strapi: Core.Strapi, reference: string): Promise<boolean> => {
  const { count } = await strapi.db.query(EDITION).updateMany({
    where: { reference, frozenAt: { $null: true } },
    data: { frozenAt: new Date() },
  });
  return count > 0;
};

/** The latest edition of an index and year, published or not. */
export const latestEdition = (
  strapi: Core.Strapi,
  { indexCode, year }: { indexCode: string; year: number },
): Promise<EditionHead | null> =>
  strapi.db.query(EDITION).findOne({
    where: { indexCode, year },
    select: EDITION_HEAD,
    orderBy: [{ number: 'desc' }],
  });
