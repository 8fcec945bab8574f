const pad = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * The same day so many months later, or that month's last day where it has no such day.
 * @param day `YYYY-MM-DD`
 * @param months whole months
 */
export const addMonths = ({ day, months }: { day: string; months: number }): string => {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = (target % 12) + 1;
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return `${pad(targetYear, 4)}-${pad(targetMonth, 2)}-${pad(Math.min(date, last), 2)}`;
};
