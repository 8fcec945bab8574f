import { vocabularyEl } from './vocabulary-el';
import { vocabularyEs } from './vocabulary-es';
import { vocabularyFr } from './vocabulary-fr';
import { vocabularyPl } from './vocabulary-pl';
import { vocabularyPt } from './vocabulary-pt';

/**
 * Words and sentences of the generated monographs. The lists of all languages run in parallel: an
 * entry draws positions, so that its translations say the same.
 */
export type Vocabulary = {
  kinds: readonly string[];
  /** In the order of `SAMPLE_THEMES`. */
  topics: readonly string[];
  audiences: readonly string[];
  contexts: readonly string[];
  problems: readonly string[];
  objectives: readonly string[];
  solutions: readonly string[];
  challenges: readonly string[];
  lessons: readonly string[];
  conditions: readonly string[];
  factors: readonly string[];
  indicators: readonly string[];
  methods: readonly string[];
  components: readonly string[];
  adaptations: readonly string[];
  criteria: readonly string[];
  costLabels: readonly string[];
  /** Before the audience in a sentence of its own. */
  usersLead: string;
  attribution: string;
};

export const SAMPLE_LOCALES = ['fr', 'el', 'pt', 'es', 'pl'] as const;
export type SampleLocale = (typeof SAMPLE_LOCALES)[number];

export const VOCABULARIES: Readonly<Record<SampleLocale, Vocabulary>> = {
  fr: vocabularyFr,
  el: vocabularyEl,
  pt: vocabularyPt,
  es: vocabularyEs,
  pl: vocabularyPl,
};

export const SAMPLE_THEMES = [
  'THEME-EADMINISTRATION',
  'THEME-EDUCATION',
  'THEME-HEALTH',
  'THEME-EMPLOYMENT',
  'THEME-CULTURE',
  'THEME-SMART-CITY',
  'THEME-OPEN-DATA',
  'THEME-EINCLUSION',
  'THEME-BROADBAND',
  'THEME-ECONOMY',
  'THEME-TOURISM',
  'THEME-TRANSPORT',
  'THEME-ENVIRONMENT',
  'THEME-RESEARCH',
  'THEME-PARTICIPATION',
  'THEME-GEOGRAPHIC-INFORMATION',
] as const;
