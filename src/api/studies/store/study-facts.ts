import type { Core } from '@strapi/strapi';
import { mentionedIn } from '../../../rules/checks/check-mentions';
import { readKnownReferences } from '../../../rules/known-references';
import type { Row } from '../../../rules/violation';
import type { StudyFacts } from '../rules/study';

/** What the rules of a study ask beyond its row. */
export const loadStudyFacts = async ({
  strapi,
  row,
}: {
  strapi: Core.Strapi;
  row: Row;
}): Promise<StudyFacts> => ({
  initiatives: await readKnownReferences({
    strapi,
    uid: 'api::iris.initiative',
    references: mentionedIn(row, 'factorSources', 'initiatives'),
  }),
});
