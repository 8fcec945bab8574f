import { type Sentence, say, type Values } from './say';
import { wordsOf } from './synonyms';

export type Fault = {
  path: string[];
  message: string;
  name: string;
  sentence: string;
  values: Values;
};

const fault = (path: string, sentence: Sentence, values: Values): Fault => ({
  path: [path],
  message: `${path}: ${say(sentence, values)}`,
  name: 'ValidationError',
  sentence: `search.${sentence}`,
  values,
});

/** What is wrong with an editor's synonyms; `locales` are the codes that exist. */
export const checkSynonym = ({
  words,
  alsoFinds,
  language,
  locales,
}: {
  words: string | null;
  alsoFinds: string | null;
  language: string | null;
  locales: readonly string[];
}): Fault[] => {
  const own = wordsOf(words);
  const twice = own.find((word, index) => own.indexOf(word) !== index);
  return [
    ...(own.length < 2 && (own.length === 0 || wordsOf(alsoFinds).length === 0)
      ? [fault('words', 'twoWords', { alsoFinds: { field: 'alsoFinds' } })]
      : []),
    ...(twice === undefined ? [] : [fault('words', 'twice', { word: twice })]),
    ...(language !== null && locales.includes(language)
      ? []
      : [
          fault('language', 'knownLocale', {
            locales: locales.join(', '),
          }),
        ]),
  ];
};
