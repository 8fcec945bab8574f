import { NAME_LOCALES } from '../names/native-name';
import type { SentenceKey, SentenceValue } from '../refusals/sentence';
import { isLanguageCode } from '../rules/checks/language-code';
import { isWebAddress } from '../rules/checks/web-address';
import { STRATA } from './strata';

/** What the owner of an idea may look for. */
const SEARCHES = ['partners', 'lead', 'funding', 'expertise', 'site', 'other'];

const REFERENCE = /^[A-Z0-9][A-Z0-9._-]*$/;
const CODE = /^[a-z0-9][a-z0-9-]*$/;

/** What the texts of a list are: one entry per word that an attribute's `options.holds` may be. */
type Contents = {
  /** Name of the rule that a wrong list breaks. */
  rule: string;
  /** What the texts should be, as a sentence. */
  expected: SentenceValue;
  /** Most characters of one text. */
  maxLength: number;
  /** All texts there are, where the list is closed. */
  choices?: readonly string[];
  allows?: (text: string) => boolean;
};

const closed = (rule: string, sentence: SentenceKey, choices: readonly string[]): Contents => ({
  rule,
  expected: { sentence, values: { choices: { choices } } },
  maxLength: 64,
  choices,
  allows: (text) => choices.includes(text),
});

export const CONTENTS = {
  strata: closed('known-strata', 'holds.strata', STRATA),
  searches: closed('known-search', 'holds.searches', SEARCHES),
  nameLanguages: closed('unverified-names', 'holds.nameLanguages', NAME_LOCALES),
  languages: {
    rule: 'languages-are-codes',
    expected: { sentence: 'holds.languages' },
    maxLength: 35,
    allows: isLanguageCode,
  },
  addresses: {
    rule: 'sources-are-addresses',
    expected: { sentence: 'holds.addresses' },
    maxLength: 2048,
    allows: isWebAddress,
  },
  references: {
    rule: 'list-of-references',
    expected: { sentence: 'holds.references' },
    maxLength: 64,
    allows: (text: string) => REFERENCE.test(text),
  },
  codes: {
    rule: 'list-of-codes',
    expected: { sentence: 'holds.codes' },
    maxLength: 64,
    allows: (text: string) => CODE.test(text),
  },
  keywords: {
    rule: 'list-of-keywords',
    // REST parts the words of a filter by commas.
    expected: { sentence: 'holds.keywords' },
    maxLength: 120,
    allows: (text: string) => !text.includes(','),
  },
} satisfies Record<string, Contents>;

export type Holds = keyof typeof CONTENTS;

/** What a list of that kind may hold, or undefined where no kind has the name. */
export const contentsOf = (holds: unknown): Contents | undefined =>
  typeof holds === 'string' && Object.hasOwn(CONTENTS, holds)
    ? CONTENTS[holds as Holds]
    : undefined;
