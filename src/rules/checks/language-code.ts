/** Whether a text has the form of a BCP 47 language code: `el`, `pt-PT`. */
export const isLanguageCode = (text: string): boolean =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
