import { documentIdOf } from '../document-id';
import type { SeedContent } from '../types';
import { drawFor } from './draw';
import { SAMPLE_PLACES } from './places';
import {
  SAMPLE_LOCALES,
  SAMPLE_THEMES,
  type SampleLocale,
  VOCABULARIES,
  type Vocabulary,
} from './vocabulary';

export const SAMPLE_TYPE = 'api::iris.initiative';
const PREFIX = 'SAMPLE-';
const PROGRAMMES = ['PRG-ERDF-2007-2013', 'PRG-ERDF-2014-2020'] as const;
const FUNDER = 'ORG-EUROPEAN-COMMISSION';

export const sampleReference = (number: number): string =>
  `${PREFIX}${String(number).padStart(5, '0')}`;

export const sampleOwner = (nuts: string): string => `ORG-SAMPLE-${nuts}`;

/** The entries beyond themes, territories and sample owners that the generated monographs name. */
export const SAMPLE_NEEDS: readonly { type: string; reference: string }[] = [
  ...PROGRAMMES.map((reference) => ({ type: 'api::hub.programme', reference })),
  { type: 'api::observatory.organisation', reference: FUNDER },
  ...SAMPLE_THEMES.map((reference) => ({ type: 'api::observatory.theme', reference })),
  ...SAMPLE_PLACES.map(({ nuts }) => ({
    type: 'api::observatory.territory',
    reference: `NUTS-${nuts}`,
  })),
];

type List = Exclude<
  {
    [K in keyof Vocabulary]: Vocabulary[K] extends readonly string[] ? K : never;
  }[keyof Vocabulary],
  undefined
>;

/**
 * The generated monograph of this number (from 1), the same on every machine and whatever the
 * number of samples: five locales that say the same, costs, funding, evidence, transferability.
 * Amounts are round numbers in euros, or złoty in Poland.
 */
export const sampleInitiative = (number: number): SeedContent => {
  const draw = drawFor(number);
  const originalLocale = draw.of(SAMPLE_LOCALES);
  const place = draw.of(SAMPLE_PLACES.filter(({ locale }) => locale === originalLocale));
  const currency = originalLocale === 'pl' ? 'PLN' : 'EUR';
  const drawn = new Map<List, number[]>();
  const french = VOCABULARIES.fr;
  const picked = (list: List, count: number) =>
    drawn.set(list, draw.positions(french[list].length, count));
  picked('kinds', 1);
  picked('topics', draw.between(1, 3));
  picked('audiences', 3);
  for (const list of ['contexts', 'problems', 'objectives', 'solutions'] as const) picked(list, 2);
  for (const list of ['challenges', 'lessons', 'conditions', 'factors'] as const) picked(list, 2);
  for (const list of ['indicators', 'methods', 'components', 'adaptations', 'criteria'] as const) {
    picked(list, 1);
  }

  const year = draw.between(2005, 2020);
  const month = String(draw.between(1, 12)).padStart(2, '0');
  const investment = draw.between(20, 900) * 1000;
  const operation = draw.between(5, 120) * 1000;
  const share = draw.between(20, 80);
  const baseline = draw.between(5, 40);
  const programme = PROGRAMMES[year < 2014 ? 0 : 1];
  const smallest = draw.between(1, 20) * 500;

  const texts = (locale: SampleLocale): Record<string, unknown> => {
    const vocabulary = VOCABULARIES[locale];
    const said = (list: List): string[] =>
      (drawn.get(list) ?? []).map((position) => vocabulary[list][position] ?? '');
    const one = (list: List): string => said(list)[0] ?? '';
    const prose = (list: List): string => said(list).join(' ');
    const bullets = (list: List): string =>
      said(list)
        .map((text) => `- ${text}`)
        .join('\n');
    return {
      title: `${one('kinds')} – ${one('topics')}, ${place.name} ${number}`,
      strap: `${one('kinds')}, ${place.name} (${said('topics').join(', ')})`,
      summary: `${one('contexts')} ${one('objectives')} ${one('solutions')}`,
      context: prose('contexts'),
      problem: prose('problems'),
      objectives: bullets('objectives'),
      solution: prose('solutions'),
      users: `${vocabulary.usersLead} ${one('audiences')}.\n\n${bullets('audiences')}`,
      challenges: prose('challenges'),
      conditionsForSuccess: bullets('conditions'),
      lessons: bullets('lessons'),
      successFactors: said('factors').map((text, index) => ({ code: `factor-${index + 1}`, text })),
      costTexts: ['investment', 'operation'].map((code, index) => ({
        code,
        label: vocabulary.costLabels[index],
      })),
      evidenceTexts: [{ code: 'use', indicator: one('indicators'), method: one('methods') }],
      replicableComponentTexts: [
        { code: 'component', name: one('components'), whatToAdapt: one('adaptations') },
      ],
      transferCriterionTexts: [
        { code: 'criterion', name: one('criteria'), justification: one('conditions') },
      ],
      attribution: vocabulary.attribution,
      unreviewedTranslation: locale !== originalLocale,
    };
  };

  const reference = sampleReference(number);
  return {
    type: SAMPLE_TYPE,
    reference,
    documentId: documentIdOf({ type: SAMPLE_TYPE, reference }),
    originalLocale,
    shared: {
      themes: (drawn.get('topics') ?? []).map((position) => SAMPLE_THEMES[position]),
      owner: sampleOwner(place.nuts),
      territories: [`NUTS-${place.nuts}`],
      programme,
      stage: draw.of(['pilot', 'deployed', 'regular-service']),
      startDate: `${year}-${month}`,
      endDate: String(year + draw.between(1, 4)),
      website: `https://www.example.org/${reference.toLowerCase()}`,
      technologies: ['PostgreSQL', 'OpenStreetMap', 'LibreOffice'].slice(0, draw.between(1, 3)),
      costs: [
        { code: 'investment', kind: 'investment', amount: investment, currency, year },
        { code: 'operation', kind: 'operation', amount: operation, currency, year: year + 1 },
      ],
      funding: [
        {
          code: 'erdf',
          funder: FUNDER,
          programme,
          amount: (investment * share) / 100,
          currency,
        },
        {
          code: 'owner',
          funder: sampleOwner(place.nuts),
          amount: (investment * (100 - share)) / 100,
          currency,
        },
      ],
      costsComplete: true,
      evidence: [
        {
          code: 'use',
          baseline,
          value: baseline + draw.between(1, 50),
          unit: '%',
          date: String(year + 2),
          level: draw.of(['declared', 'measured', 'independent']),
        },
      ],
      replicableComponents: [
        {
          code: 'component',
          kind: draw.of(['software', 'method', 'document', 'training']),
          effortDays: draw.between(5, 90),
          licence: 'EUPL-1.2',
        },
      ],
      transferCriteria: [
        { code: 'criterion', score: draw.between(0, 4), knockOut: draw.between(1, 10) === 1 },
      ],
      contextFit: {
        minPopulation: smallest,
        maxPopulation: smallest * draw.between(10, 100),
        strata: ['municipality', 'intercommunality'],
        outermostOk: draw.between(0, 1) === 1,
      },
      quality: 'documented',
      sources: [`https://www.example.org/${reference.toLowerCase()}`],
      isSample: true,
    },
    locales: Object.fromEntries(SAMPLE_LOCALES.map((locale) => [locale, texts(locale)])),
    published: [...SAMPLE_LOCALES],
  };
};
