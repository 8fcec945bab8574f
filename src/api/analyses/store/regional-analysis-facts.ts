import type { Core } from '@strapi/strapi';
import { mentionedIn } from '../../../rules/checks/check-mentions';
import { readKnownReferences } from '../../../rules/known-references';
import { itemsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import type { RegionalAnalysisFacts } from '../rules/regional-analysis';

/** What the rules of a regional analysis ask beyond its row. */
export const loadRegionalAnalysisFacts = async ({
  strapi,
  row,
}: {
  strapi: Core.Strapi;
  row: Row;
}): Promise<RegionalAnalysisFacts> => {
  const edition = textOf(row, 'edition');
  const codes = [...itemsOf(row, 'sections'), ...itemsOf(row, 'sectionSources')].flatMap(
    (item) => textOf(item, 'code') ?? [],
  );
  const known = (uid: string, references: readonly string[]) =>
    readKnownReferences({ strapi, uid, references });
  // One after the other: queries of one transaction share one connection.
  return {
    themes: await known('api::observatory.theme', codes),
    initiatives: await known(
      'api::iris.initiative',
      mentionedIn(row, 'sectionSources', 'initiatives'),
    ),
    editions: await known(
      'plugin::regional-dynamics.edition',
      edition === undefined ? [] : [edition],
    ),
  };
};
