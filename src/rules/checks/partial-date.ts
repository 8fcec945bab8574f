const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first and the last day that a date of year, month or day precision may mean (ISO 8601). */
export type DaySpan = { first: string; last: string };

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Reads `2007`, `2007-03` or `2007-03-31`.
 * @returns undefined when the text has another form or names a day that does not exist
 */
export const partialDateSpan = (text: string): DaySpan | undefined => {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, year, monthText, dayText] = match;
  if (monthText === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (dayText === undefined) {
    return { first: `${year}-${monthText}-01`, last: `${year}-${monthText}-${pad(days)}` };
  }
  const day = Number(dayText);
  return day >= 1 && day <= days ? { first: text, last: text } : undefined;
};

/** Whether the end may lie on or after the start, each of year, month or day precision. */
export const endsAfterStart = ({ start, end }: { start: string; end: string }): boolean => {
  const from = partialDateSpan(start);
  const to = partialDateSpan(end);
  return !from || !to || to.last >= from.first;
};
