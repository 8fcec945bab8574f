/** The texts of a part of ours under the keys by which its components ask for them. */
export const prefixMessages = ({
  prefix,
  texts,
}: {
  prefix: string;
  texts: Record<string, string>;
}): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));
