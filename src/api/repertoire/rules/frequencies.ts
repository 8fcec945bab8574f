/** EU frequencies: http://publications.europa.eu/resource/authority/frequency */
const FREQUENCIES: readonly string[] = [
  'ANNUAL',
  'ANNUAL_2',
  'ANNUAL_3',
  'BIENNIAL',
  'BIMONTHLY',
  'BIWEEKLY',
  'CONT',
  'DAILY',
  'DAILY_2',
  'IRREG',
  'MONTHLY',
  'MONTHLY_2',
  'MONTHLY_3',
  'NEVER',
  'OP_DATPRO',
  'OTHER',
  'QUARTERLY',
  'TRIENNIAL',
  'UNKNOWN',
  'UPDATE_CONT',
  'WEEKLY',
  'WEEKLY_2',
  'WEEKLY_3',
];

export const frequencies = FREQUENCIES.join(', ');

export const isFrequency = (text: string): boolean => FREQUENCIES.includes(text);
