/** The languages that charts and names are written in, those of the panel first. */
export const LANGUAGES = ['fr', 'en', 'el', 'es', 'pl', 'pt'] as const;
