import { NAME_LOCALES } from '../names/native-name';
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
  /** What the texts should be, for messages: "language codes". */
  expected: string;
  /** Most characters of one text. */
  maxLength: number;
  /** All texts there are, where the list is closed. */
  choices?: readonly string[];
  allows?: (text: string) => boolean;
};

const closed = (rule: string, expected: string, choices: readonly string[]): Contents => ({
  rule,
  expected: `${expected} (${choices.join(', ')})`,
  maxLength: 64,
  choices,
  allows: (text) => choices.includes(text),
});

export const CONTENTS = {
  strata: closed('known-strata', 'codes of strata', STRATA),
  searches: closed('known-search', 'what an idea may look for', SEARCHES),
  nameLanguages: closed('unverified-names', 'languages that have a name column', NAME_LOCALES),
  languages: {
    rule: 'languages-are-codes',
    expected: 'language codes, such as fr or pt-PT',
    maxLength: 35,
    allows: isLanguageCode,
  },
  addresses: {
    rule: 'sources-are-addresses',
    expected: 'http(s) addresses',
    maxLength: 2048,
    allows: isWebAddress,
  },
  references: {
    rule: 'list-of-references',
    expected: 'references of entries, such as IRIS-2006-0417',
    maxLength: 64,
    allows: (text: string) => REFERENCE.test(text),
  },
  codes: {
    rule: 'list-of-codes',
    expected: 'codes of items',
    maxLength: 64,
    allows: (text: string) => CODE.test(text),
  },
  keywords: {
    rule: 'list-of-keywords',
    // REST parts the words of a filter by commas.
    expected: 'words or names without a comma',
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
