import type { Core } from '@strapi/strapi';
import { isRecord, itemsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { Answer } from '../monograph/plan-monograph';

/** What an interview records of the owner's approval. */
type ApprovalRecord = {
  state: string | undefined;
  by: string | undefined;
  at: string | undefined;
  hash: string | undefined;
  withdrawnAt: string | undefined;
  comment: string | undefined;
};

export type Interview = {
  documentId: string;
  reference: string | undefined;
  date: string | undefined;
  language: string | undefined;
  consent: boolean;
  /** documentIds of what it is linked to. */
  questionnaire: string | undefined;
  initiative: string | undefined;
  interviewee: { name: string | undefined; email: string | undefined } | undefined;
  answers: Answer[];
  approval: ApprovalRecord;
};

const timeOf = (row: Row, key: string): string | undefined => {
  const value = row[key];
  return value instanceof Date ? value.toISOString() : textOf(row, key);
};

const toInterview = (row: Row): Interview => {
  const linked = (key: string) => {
    const target = row[key];
    return isRecord(target) ? textOf(target, 'documentId') : undefined;
  };
  const { interviewee } = row;
  const approval = isRecord(row.ownerApproval) ? row.ownerApproval : {};
  return {
    documentId: String(row.documentId),
    reference: textOf(row, 'reference'),
    date: timeOf(row, 'date'),
    language: textOf(row, 'language'),
    consent: row.consent === true,
    questionnaire: linked('questionnaire'),
    initiative: linked('initiative'),
    interviewee: isRecord(interviewee)
      ? { name: textOf(interviewee, 'name'), email: textOf(interviewee, 'email') }
      : undefined,
    answers: itemsOf(row, 'answers').map((item) => ({
      question: textOf(item, 'questionCode'),
      text: textOf(item, 'answer') ?? '',
      confidential: item.confidential === true,
    })),
    approval: {
      state: textOf(approval, 'state'),
      by: textOf(approval, 'by'),
      at: timeOf(approval, 'at'),
      hash: textOf(approval, 'hash'),
      withdrawnAt: timeOf(approval, 'withdrawnAt'),
      comment: textOf(approval, 'comment'),
    },
  };
};

const readInterviews = async (
  strapi: Core.Strapi,
  where: Record<string, unknown>,
): Promise<Interview[]> => {
  const rows: Row[] = await strapi.db.query('api::iris.interview').findMany({
    where,
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    populate: {
      questionnaire: { select: ['documentId'] },
      initiative: { select: ['documentId'] },
      interviewee: { select: ['name', 'email'] },
      answers: true,
      ownerApproval: true,
    },
  });
  return rows.map(toInterview);
};

/** An interview with what hangs on it, or undefined when there is none. */
export const readInterview = async ({
  strapi,
  documentId,
}: {
  strapi: Core.Strapi;
  documentId: string;
}): Promise<Interview | undefined> => (await readInterviews(strapi, { documentId }))[0];

/** The interviews of an initiative, the oldest first. */
export const readInterviewsOf = ({
  strapi,
  initiative,
}: {
  strapi: Core.Strapi;
  initiative: string;
}): Promise<Interview[]> => readInterviews(strapi, { initiative: { documentId: initiative } });
