/** Last in the form of what the public reads: set once, or by the server. */
export const PUBLICATION = [
  'access licence originalLocale',
  'attribution',
  'reference slug',
  'unreviewedTranslation isSample',
];

/** Last in the form of a reference type. */
export const TECHNICAL = ['reference:5 slug:5 isSample:2'];

/** Last in the form of a record. */
export const RECORD = ['reference isSample'];

/** First in the form of a reference type: its name in each language. */
export const NAMES = ['name:8 nativeLocale:4', 'nameFr nameEn', 'nameEl namePt', 'nameEs namePl'];

const LANGUAGES = ['Fr', 'En', 'El', 'Pt', 'Es', 'Pl'];

/** A line for each language's column of a long text. */
export const perLanguage = (text: string): string[] =>
  LANGUAGES.map((language) => `${text}${language}`);
