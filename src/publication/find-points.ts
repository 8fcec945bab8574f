import type { Core } from '@strapi/strapi';
import { uniqBy } from 'lodash';
import type { Fault } from '../refusals/translate-refusal';
import { judgePublication } from '../rules/judge-publication';
import { isLocalized, schemaOf } from '../rules/schema';
import type { SealedRules } from '../rules/type-rules';

type PublicationService = {
  missingCodes: (draft: { uid: string; documentId: string; locale: string }) => Promise<Fault[]>;
};

/**
 * What the publication of a saved draft would be refused for: the same rules as the publication's
 * own, without publishing.
 * @param locale of the draft; of no meaning on types without locales
 */
export const findPoints = async ({
  strapi,
  uid,
  rules,
  documentId,
  locale,
  now,
}: {
  strapi: Core.Strapi;
  uid: string;
  rules: SealedRules;
  documentId: string;
  locale: string;
  now: Date;
}): Promise<Fault[]> => {
  const schema = schemaOf({ strapi, uid });
  const broken = await judgePublication({
    strapi,
    schema,
    rules,
    documentId,
    locales: [locale],
    now,
  });
  const publication: PublicationService = strapi.plugin('shared-fields').service('publication');
  const missing = isLocalized(schema)
    ? await publication.missingCodes({ uid, documentId, locale })
    : [];
  return uniqBy([...broken, ...missing], ({ path, message }) => JSON.stringify([path, message]));
};
