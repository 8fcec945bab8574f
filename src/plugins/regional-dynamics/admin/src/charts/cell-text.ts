/** A cell of a chart's table as it is read; a dash for what is not there. */
export const cellText = (
  cell: string | number | null,
  { digits, locale }: { digits?: number; locale: string },
): string => {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cell);
};
