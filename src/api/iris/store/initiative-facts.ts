import type { Core } from '@strapi/strapi';
import { difference } from 'lodash';
import { isRecord, itemsOf, targetsOf, textOf } from '../../../rules/readers';
import { declaredAttributes, schemaOf } from '../../../rules/schema';
import { readDraft, readLocales } from '../../../rules/store';
import type { Row } from '../../../rules/violation';
import type { Approval, InitiativeFacts, TransferOut } from '../rules/initiative';

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW = 'api::iris.interview';

/** The texts of an initiative: its localized attributes. */
export const initiativeTextKeys = (strapi: Core.Strapi): string[] =>
  declaredAttributes(schemaOf({ strapi, uid: INITIATIVE }).attributes)
    .filter(([, { pluginOptions }]) => pluginOptions?.i18n?.localized === true)
    .map(([key]) => key);

/** The draft in the original's locale, or null when there is no such document. */
export const readOriginal = async ({
  strapi,
  documentId,
}: {
  strapi: Core.Strapi;
  documentId: string;
}): Promise<Row | null> => {
  const schema = schemaOf({ strapi, uid: INITIATIVE });
  const { originalLocale } = await readLocales({ strapi, schema, documentId });
  return originalLocale === undefined
    ? null
    : readDraft({ strapi, schema, documentId, locale: originalLocale });
};

/** The approvals of an initiative, one per interview of it. */
export const readApprovals = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<Approval[]> => {
  const interviews: Row[] = await strapi.db.query(INTERVIEW).findMany({
    where: { initiative: { documentId } },
    populate: { ownerApproval: true },
    orderBy: { id: 'asc' },
  });
  return interviews.map((interview) => {
    const approval = isRecord(interview.ownerApproval) ? interview.ownerApproval : {};
    return {
      interview: String(interview.documentId),
      state: textOf(approval, 'state'),
      hash: textOf(approval, 'hash'),
    };
  });
};

const codesOf = (row: Row): string[] =>
  itemsOf(row, 'replicableComponents').flatMap((item) => textOf(item, 'code') ?? []);

/** The transfers from an initiative, read only when a change may contradict them. */
const readTransfers = async ({
  strapi,
  documentId,
  stored,
  row,
}: {
  strapi: Core.Strapi;
  documentId: string;
  stored: Row;
  row: Row;
}): Promise<TransferOut[]> => {
  const added = difference(targetsOf(row, 'territories'), targetsOf(stored, 'territories'));
  const removed = difference(codesOf(stored), codesOf(row));
  if (added.length === 0 && removed.length === 0) return [];
  const transfers: Row[] = await strapi.db.query('api::iris.transfer').findMany({
    where: { source: { documentId } },
    populate: { targetTerritory: { select: ['documentId'] } },
  });
  return transfers.map(({ reference, targetTerritory, components }) => ({
    reference: String(reference),
    targetTerritory: isRecord(targetTerritory) ? textOf(targetTerritory, 'documentId') : undefined,
    components: Array.isArray(components)
      ? components.filter((code) => typeof code === 'string')
      : [],
  }));
};

/** What the rules of an initiative ask beyond its row. */
export const loadInitiativeFacts = async ({
  strapi,
  documentId,
  original,
  stored,
  row,
}: {
  strapi: Core.Strapi;
  documentId: string | undefined;
  original: Row | null;
  stored: Row | null;
  row: Row;
}): Promise<InitiativeFacts> => ({
  approvals: documentId === undefined ? [] : await readApprovals(strapi, documentId),
  transfers:
    documentId === undefined || stored === null
      ? []
      : await readTransfers({ strapi, documentId, stored, row }),
  textKeys: initiativeTextKeys(strapi),
  original,
});
