import type { Core } from '@strapi/strapi';
import { itemsOf, targetsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { InterviewFacts } from '../rules/interview';
import { textHash } from '../rules/text-hash';
import { initiativeTextKeys, readOriginal } from './initiative-facts';

/** What the rules of an interview ask beyond its row. */
export const loadInterviewFacts = async ({
  strapi,
  row,
}: {
  strapi: Core.Strapi;
  row: Row;
}): Promise<InterviewFacts> => {
  const [questionnaire] = targetsOf(row, 'questionnaire');
  const [initiative] = targetsOf(row, 'initiative');
  const asked: Row | null =
    questionnaire === undefined
      ? null
      : await strapi.db.query('api::iris.questionnaire').findOne({
          where: { documentId: questionnaire, publishedAt: null },
          populate: { questions: true },
        });
  const original =
    initiative === undefined ? null : await readOriginal({ strapi, documentId: initiative });
  return {
    questionCodes:
      asked && itemsOf(asked, 'questions').flatMap((question) => textOf(question, 'code') ?? []),
    textHash: original && textHash({ row: original, keys: initiativeTextKeys(strapi) }),
  };
};
