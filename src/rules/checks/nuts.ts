/** Whether a text has the form of a NUTS code: country, then up to three characters (Reg. 1059/2003). */
export const isNutsCode = (text: string): boolean => /^[A-Z]{2}[A-Z0-9]{0,3}$/.test(text);

const NUTS_VERSIONS = ['1999', '2003', '2006', '2010', '2013', '2016', '2021'] as const;

export const isNutsVersion = (text: string): boolean =>
  NUTS_VERSIONS.some((version) => version === text);
