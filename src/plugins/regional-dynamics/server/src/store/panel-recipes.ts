import type { Core } from '@strapi/strapi';
import { INDEX, INDICATOR } from '../constants';

export type IndexRow = Record<string, unknown> & {
  id: number;
  documentId: string;
  code: string;
  recipe: unknown;
  editionPlan: unknown;
  updatedAt: string | Date;
};

export type IndicatorRow = Record<string, unknown> & {
  code: string;
  direction: 'more' | 'less';
  source: string;
  licence: string | null;
};

export const readIndices = (strapi: Core.Strapi): Promise<IndexRow[]> =>
  strapi.db.query(INDEX).findMany({ orderBy: { code: 'asc' } });

export const readIndex = (strapi: Core.Strapi, code: string): Promise<IndexRow | null> =>
  strapi.db.query(INDEX).findOne({ where: { code } });

export const readIndicators = (strapi: Core.Strapi): Promise<IndicatorRow[]> =>
  strapi.db.query(INDICATOR).findMany({ orderBy: { code: 'asc' } });
