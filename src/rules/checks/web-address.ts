/** Whether a text is an absolute http or https address with a host. */
export const isWebAddress = (text: string): boolean => {
  if (/\s/.test(text) || !/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
};
