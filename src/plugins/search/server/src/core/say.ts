import en from '../refusals/en.json';

export type Sentence = keyof typeof en;

/** What a wording's `{placeholder}` stands for: a text, or the field of that name. */
export type Values = Readonly<Record<string, string | { field: string }>>;

/** The sentence in English, with fields by their names in the schema. */
export const say = (sentence: Sentence, values: Values): string =>
  en[sentence].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === 'object' ? value.field : value;
  });
