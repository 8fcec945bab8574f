import { type AttributesOf, nameBeside, namePath, type PanelNames } from './name-path';
import { type Names, RAW_NAMES, type SentenceValues, sayIt, type Wordings } from './sentence';

/** One fault of an error, as far as it says what it is. */
export type Fault = {
  path?: readonly string[];
  message: string;
  sentence?: string;
  values?: SentenceValues;
  locale?: string;
};

/** All that tells how the panel of one language speaks. */
export type Tongue = {
  language: string;
  wordings: Wordings;
  names: PanelNames;
  attributesOf: AttributesOf;
  /** What Strapi says in English only; undefined for messages that stay as they are. */
  foreign: (message: string) => string | undefined;
};

const say = (tongue: Tongue, sentence: string, values: SentenceValues, names = RAW_NAMES) =>
  sayIt({ sentence, values, wordings: tongue.wordings, names });

/**
 * What a fault says to an editor: the field by its label, then the sentence.
 * @param uid the type whose fields the path names; undefined where that is not known
 */
export const sayFault = ({
  fault,
  uid = '',
  tongue,
}: {
  fault: Fault;
  uid: string | undefined;
  tongue: Tongue;
}): string => {
  const { path = [], sentence, values = {}, locale } = fault;
  const { names, attributesOf, wordings, language } = tongue;
  const quoted = (name: string) => say(tongue, 'panel.quoted', { name }) ?? name;
  const panelNames: Names = {
    field: (name) => quoted(nameBeside({ name, uid, path, names, attributesOf }) ?? name),
    choice: (value) => names.option(value) ?? value,
  };
  const said =
    sentence === undefined
      ? tongue.foreign(fault.message)
      : say(tongue, sentence, values, panelNames);
  if (said === undefined) return fault.message;
  if (path.length === 0) return said;
  const field = namePath({ uid, path, names, attributesOf, wordings });
  const where =
    locale === undefined
      ? field
      : say(tongue, 'panel.in-locale', {
          field,
          language: new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale,
        });
  return say(tongue, 'panel.field', { field: where ?? field, said }) ?? said;
};

type Details = { uid?: string; errors?: readonly Fault[]; sentence?: string } | undefined;

const isFaults = (errors: unknown): errors is readonly Fault[] =>
  Array.isArray(errors) && errors.every((one) => typeof one?.message === 'string');

/**
 * The message and details of an error as an editor reads them. What nothing is known of stays.
 * @param uid the type that was written, where the error does not name it
 */
export const translateRefusal = <D>({
  message,
  details,
  uid,
  tongue,
}: {
  message: string;
  details: D;
  uid: string | undefined;
  tongue: Tongue;
}): { message: string; details: D } => {
  const known: Details = typeof details === 'object' && details !== null ? details : undefined;
  const type = known?.uid ?? uid;
  if (!isFaults(known?.errors) || known.errors.length === 0) {
    const fault = { ...known, message, path: [] };
    return { message: sayFault({ fault, uid: type, tongue }), details };
  }
  const errors = known.errors.map((fault) => ({
    ...fault,
    message: sayFault({ fault, uid: type, tongue }),
  }));
  const said = errors.map((fault) => fault.message);
  const isUntouched = errors.every(
    (fault, index) => fault.message === known.errors?.[index]?.message,
  );
  if (isUntouched) return { message, details };
  return {
    message:
      said.length === 1
        ? (said[0] ?? message)
        : (say(tongue, 'panel.several', { count: said.length, list: said.join(' · ') }) ?? message),
    details: { ...details, errors },
  };
};
