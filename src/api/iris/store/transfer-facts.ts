import type { Core } from '@strapi/strapi';
import { itemsOf, targetsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { TransferFacts } from '../rules/transfer';
import { readOriginal } from './initiative-facts';

/** What the rules of a transfer ask of its source initiative. */
export const loadTransferFacts = async ({
  strapi,
  row,
}: {
  strapi: Core.Strapi;
  row: Row;
}): Promise<TransferFacts> => {
  const [documentId] = targetsOf(row, 'source');
  const source = documentId === undefined ? null : await readOriginal({ strapi, documentId });
  return {
    sourceTerritories: source && targetsOf(source, 'territories'),
    sourceComponents:
      source &&
      itemsOf(source, 'replicableComponents').flatMap((item) => textOf(item, 'code') ?? []),
  };
};
