import type { Core } from '@strapi/strapi';
import { OBSERVATION } from '../constants';
import { tableOf, within } from './database';

/** Figures from before there were batches belong to the first: a gap would break their order. */
export const numberBatches = (strapi: Core.Strapi): Promise<number> =>
  within(strapi, async (trx) =>
    tableOf(strapi, trx, OBSERVATION).whereNull('batch').update({ batch: 0 }),
  );
