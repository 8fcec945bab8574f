import type { Core } from '@strapi/strapi';
import { difference, uniq } from 'lodash';
import { itemsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { QuestionnaireFacts } from '../rules/questionnaire';
import { initiativeTextKeys } from './initiative-facts';

const codesOf = (row: Row): string[] =>
  itemsOf(row, 'questions').flatMap((item) => textOf(item, 'code') ?? []);

/** What the rules of a questionnaire ask beyond its row; interviews only when a question goes. */
export const loadQuestionnaireFacts = async ({
  strapi,
  documentId,
  stored,
  row,
}: {
  strapi: Core.Strapi;
  documentId: string | undefined;
  stored: Row | null;
  row: Row;
}): Promise<QuestionnaireFacts> => {
  const initiativeTexts = initiativeTextKeys(strapi);
  const removed = difference(codesOf(stored ?? {}), codesOf(row));
  if (documentId === undefined || removed.length === 0) return { initiativeTexts, answered: [] };
  const interviews: Row[] = await strapi.db.query('api::iris.interview').findMany({
    select: ['id'],
    where: { questionnaire: { documentId }, answers: { questionCode: { $in: removed } } },
    populate: { answers: { select: ['questionCode'] } },
  });
  const codes = interviews.flatMap((interview) =>
    itemsOf(interview, 'answers').flatMap((answer) => textOf(answer, 'questionCode') ?? []),
  );
  return { initiativeTexts, answered: uniq(codes).filter((code) => removed.includes(code)) };
};
