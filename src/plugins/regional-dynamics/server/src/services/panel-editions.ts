import type { Core } from '@strapi/strapi';
import type { GetEditions } from '../../../shared/admin-contracts';
import { EDITION } from '../constants';
import { editionReader } from './edition-reader';

type Row = {
  reference: string;
  indexCode: string;
  year: number;
  fromYear: number | null;
  draws: number;
  seed: number;
  createdAt: string | Date;
  frozenAt: string | Date | null;
};

const COLUMNS = [
  'reference',
  'indexCode',
  'year',
  'fromYear',
  'draws',
  'seed',
  'createdAt',
  'frozenAt',
];

const iso = (date: string | Date): string => new Date(date).toISOString();

/** The editions as the panel sees them: drafts too. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { indexName } = editionReader(strapi);
  return {
    /** All editions, the latest year first. */
    async find(locale: string): Promise<GetEditions> {
      const rows: Row[] = await strapi.db.query(EDITION).findMany({
        select: COLUMNS,
        orderBy: [{ indexCode: 'asc' }, { year: 'desc' }, { number: 'desc' }],
      });
      const names = new Map<string, string>();
      for (const code of new Set(rows.map(({ indexCode }) => indexCode))) {
        names.set(code, await indexName(code, locale));
      }
      return {
        data: rows.map(({ reference, indexCode, year, fromYear, draws, seed, ...row }) => ({
          reference,
          index: { code: indexCode, name: names.get(indexCode) ?? indexCode },
          year,
          from: fromYear,
          draws,
          seed,
          computedAt: iso(row.createdAt),
          publishedAt: row.frozenAt === null ? null : iso(row.frozenAt),
        })),
      };
    },
  };
};
