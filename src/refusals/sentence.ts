import en from './sentences/en.json';

/** A sentence of the rules: the key of its wordings in `sentences/`. */
export type SentenceKey = keyof typeof en;

/**
 * What a wording's `{placeholder}` stands for: a text as it is; the field of that name beside the
 * refused one; options of an enumeration; or a further wording.
 */
export type SentenceValue =
  | string
  | number
  | { field: string }
  | { choices: readonly string[] }
  | { sentence: string; values?: SentenceValues };

export type SentenceValues = Readonly<Record<string, SentenceValue>>;

/** Wordings by the key of their sentence. */
export type Wordings = Readonly<Record<string, string>>;

/** How fields and choices are called where a sentence is read. */
export type Names = {
  field: (name: string) => string;
  choice: (value: string) => string;
};

/** The API's own names: attributes and values as they stand in the schema. */
export const RAW_NAMES: Names = { field: (name) => name, choice: (value) => value };

/**
 * The wording of a sentence with its values put in.
 * @returns undefined when there is no such wording
 */
export const sayIt = ({
  sentence,
  values = {},
  wordings,
  names,
}: {
  sentence: string;
  values?: SentenceValues | undefined;
  wordings: Wordings;
  names: Names;
}): string | undefined => {
  const wording = wordings[sentence];
  return wording?.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    if (typeof value !== 'object') return String(value);
    if ('field' in value) return names.field(value.field);
    if ('choices' in value) return value.choices.map(names.choice).join(', ');
    return sayIt({ ...value, wordings, names }) ?? placeholder;
  });
};

/** The sentence as the API says it: in English, with the names that stand in the schema. */
export const english = (sentence: SentenceKey, values: SentenceValues = {}): string =>
  sayIt({ sentence, values, wordings: en, names: RAW_NAMES }) ?? sentence;
