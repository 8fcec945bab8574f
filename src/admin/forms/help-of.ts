import type { HelpTexts } from './help-texts';

const LANGUAGE_COLUMN = /(Fr|En|El|Pt|Es|Pl)$/;

/** Where the help of an attribute may stand, the most particular place first. */
export const helpPlaces = ({
  uid,
  attribute,
}: {
  uid: string;
  attribute: string;
}): [group: string, key: string][] => {
  const common = uid.includes('::') ? 'entries' : 'items';
  const anyLanguage = attribute.replace(LANGUAGE_COLUMN, '*');
  return [uid, common].flatMap((group): [string, string][] => [
    [group, attribute],
    [group, anyLanguage],
  ]);
};

/** The help sentence of an attribute of a type or component; undefined where there is none. */
export const helpOf = ({
  texts,
  uid,
  attribute,
}: {
  texts: HelpTexts;
  uid: string;
  attribute: string;
}): string | undefined =>
  helpPlaces({ uid, attribute })
    .map(([group, key]) => texts[group]?.[key])
    .find((text) => text !== undefined);
