/** Messages of forms and lists under the keys by which our components ask for them. */
export const formMessages = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`forms.${key}`, text]));
