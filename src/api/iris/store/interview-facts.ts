import type { Core } from '@strapi/strapi';
import { targetsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { InterviewFacts } from '../rules/interview';
import { textHash } from '../rules/text-hash';
import { initiativeTextKeys, readOriginal } from './initiative-facts';
import { readGuide } from './read-guide';

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
  const guide =
    questionnaire === undefined
      ? undefined
      : await readGuide({ strapi, documentId: questionnaire, language: textOf(row, 'language') });
  const original =
    initiative === undefined ? null : await readOriginal({ strapi, documentId: initiative });
  return {
    questions: guide
      ? new Map(
          guide.sections.flatMap(({ questions }) =>
            questions.map(({ code, text }): [string, string] => [code, text]),
          ),
        )
      : null,
    textHash: original && textHash({ row: original, keys: initiativeTextKeys(strapi) }),
  };
};
