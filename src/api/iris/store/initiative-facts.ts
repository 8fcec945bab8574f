import type { Core, UID } from '@strapi/strapi';
import { isRecord, textOf } from '../../../rules/readers';
import { declaredAttributes, schemaOf } from '../../../rules/schema';
import { readDraft, readLocales } from '../../../rules/store';
import type { Row } from '../../../rules/violation';
import type { Approval, InitiativeFacts } from '../rules/initiative';

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW: UID.ContentType = 'api::iris.interview';

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

const readApprovals = async (strapi: Core.Strapi, documentId: string): Promise<Approval[]> => {
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

/** What the rules of an initiative ask beyond its row. */
export const loadInitiativeFacts = async ({
  strapi,
  documentId,
  original,
}: {
  strapi: Core.Strapi;
  documentId: string | undefined;
  original: Row | null;
}): Promise<InitiativeFacts> => ({
  approvals: documentId === undefined ? [] : await readApprovals(strapi, documentId),
  textKeys: initiativeTextKeys(strapi),
  original,
});

/** Marks approvals as withdrawn, in the transaction of the edit that outdates them. */
export const withdrawApprovals = async ({
  strapi,
  approvals,
}: {
  strapi: Core.Strapi;
  approvals: readonly Approval[];
}): Promise<void> => {
  for (const { interview } of approvals) {
    const stored: Row | null = await strapi.db
      .query(INTERVIEW)
      .findOne({ where: { documentId: interview }, populate: { ownerApproval: true } });
    if (!isRecord(stored?.ownerApproval)) continue;
    await strapi.documents(INTERVIEW).update({
      documentId: interview,
      data: { ownerApproval: { ...stored.ownerApproval, state: 'withdrawn' } } as object,
    });
  }
};
