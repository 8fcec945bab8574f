import { textOf } from '../readers';
import { type Row, type Violation, violation } from '../violation';
import { endsAfterStart, partialDateSpan } from './partial-date';

/** Both are days that exist (year, month or day precision), and the end is not before the start. */
export const checkPeriod = (
  row: Row,
  { start, end }: { start: string; end: string },
): Violation[] => {
  const from = textOf(row, start);
  const to = textOf(row, end);
  const unreal = [start, end].flatMap((key) => {
    const text = textOf(row, key);
    return text === undefined || partialDateSpan(text.slice(0, 10))
      ? []
      : [violation({ path: [key], rule: 'real-date', values: { text } })];
  });
  if (from === undefined || to === undefined || endsAfterStart({ start: from, end: to })) {
    return unreal;
  }
  return [
    ...unreal,
    violation({
      path: [end],
      rule: 'end-after-start',
      sentence: 'end-after-start.from',
      values: { start: { field: start }, from },
    }),
  ];
};
