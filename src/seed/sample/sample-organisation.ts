import { documentIdOf } from '../document-id';
import type { SeedContent } from '../types';
import type { SamplePlace } from './places';
import { sampleOwner } from './sample-initiative';
import { VOCABULARIES } from './vocabulary';

const TYPE = 'api::observatory.organisation';

/** The made-up owner of the generated monographs of a place. */
export const sampleOrganisation = ({ nuts, name, locale }: SamplePlace): SeedContent => {
  const reference = sampleOwner(nuts);
  return {
    type: TYPE,
    reference,
    documentId: documentIdOf({ type: TYPE, reference }),
    originalLocale: undefined,
    shared: {
      name: `${name} (${VOCABULARIES[locale].attribution})`,
      nativeLocale: locale,
      stratum: nuts.length === 4 ? 'region' : 'department',
      territory: `NUTS-${nuts}`,
      isSample: true,
    },
    locales: {},
    published: [],
  };
};
