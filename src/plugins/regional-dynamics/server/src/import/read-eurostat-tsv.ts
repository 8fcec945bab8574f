import { type FigureLine, type Series, type TableRow, UnreadableFile } from './figure-line';
import { parseEurostatCell } from './parse-figure';
import { seriesPicker } from './pick-series';

/** `freq,unit,geo\TIME_PERIOD`: the dimensions of the lines, and of the columns. */
const CORNER = /^(.+)\\(TIME_PERIOD|time)$/i;

export const isEurostatTsv = (header: readonly string[]): boolean =>
  CORNER.test(header[0]?.trim() ?? '');

const namesIn = (header: readonly string[]) => {
  const names = (CORNER.exec(header[0]?.trim() ?? '')?.[1] ?? '').split(',').map((s) => s.trim());
  const place = names.findIndex((name) => /^geo$/i.test(name));
  if (place < 0) throw new UnreadableFile('has no dimension "geo"');
  return { names, place };
};

const valuesIn = (cells: readonly string[]): string[] =>
  (cells[0] ?? '').split(',').map((text) => text.trim());

/** The dimensions that tell series apart, and their values on a line. */
export const describeEurostatTsv = (header: readonly string[]) => {
  const { names, place } = namesIn(header);
  const isOther = (_: string, index: number) => index !== place;
  return {
    dimensions: names.filter(isOther),
    valuesOf: (cells: readonly string[]) => valuesIn(cells).filter(isOther),
  };
};

/** Eurostat's TSV: a line per series, a column per year, a flag behind the figure. */
export async function* readEurostatTsv(
  header: readonly string[],
  rows: AsyncIterable<TableRow>,
  series: Series,
): AsyncGenerator<FigureLine> {
  const { names, place } = namesIn(header);
  const periods = header.slice(1).map((text) => text.trim());
  const odd = periods.find((period) => !/^\d{4}$/.test(period));
  if (odd !== undefined) throw new UnreadableFile(`has the column "${odd}", which is no year`);
  const pick = seriesPicker(
    names.filter((_, index) => index !== place),
    series,
  );
  for await (const { line, cells } of rows) {
    const values = valuesIn(cells);
    if (values.length !== names.length) {
      yield {
        kind: 'wrong',
        line,
        message: `has ${values.length} dimensions, not ${names.length}`,
      };
      continue;
    }
    const picked = pick(values.filter((_, index) => index !== place));
    if (picked.kind !== 'picked') {
      yield { line, ...picked };
      continue;
    }
    const { indicator } = picked;
    const unit = values[place] ?? '';
    for (const [index, period] of periods.entries()) {
      const parsed = parseEurostatCell(cells[index + 1] ?? ':');
      if (parsed.kind === 'wrong') {
        yield { kind: 'wrong', line, message: `${period} ${parsed.message}` };
        continue;
      }
      const { value, flag } = parsed;
      // A year that a series does not cover is no gap that the source shows.
      if (value === null && flag === '') continue;
      yield {
        kind: 'figure',
        line,
        figure: { unit, year: Number(period), indicator, value, flag },
      };
    }
  }
}
