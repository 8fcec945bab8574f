/** The strata of public bodies, as `organisation.stratum` lists them. */
export const STRATA = [
  'municipality',
  'intercommunality',
  'department',
  'region',
  'island',
  'state',
  'european',
  'other',
] as const;
