/**
 * The reading levels of a note and the attributes that each reads: the summary for elected officials, the
 * main text for policy officers, the primers for readers new to digital matters, or all of it.
 */
export const LEVELS = {
  elected: ['electedSummary'],
  officer: ['mainText'],
  novice: ['primers'],
  full: ['electedSummary', 'mainText', 'primers'],
} as const;

export type Level = keyof typeof LEVELS;

export const LEVEL_NAMES = Object.keys(LEVELS) as Level[];

export const isLevel = (value: unknown): value is Level =>
  LEVEL_NAMES.some((level) => level === value);
