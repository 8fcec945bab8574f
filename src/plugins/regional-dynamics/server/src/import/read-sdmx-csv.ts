import { type FigureLine, type Series, type TableRow, UnreadableFile } from './figure-line';
import { parseEurostatFigure } from './parse-figure';
import { seriesPicker } from './pick-series';

const isMeasure = (name: string) => /^(OBS_VALUE|OBS_FLAG|OBS_STATUS|CONF_STATUS)$/i.test(name);
const isTime = (name: string) => /^(TIME_PERIOD|TIME)$/i.test(name);
const isPlace = (name: string) => /^(geo|ref_area)$/i.test(name);
/** `I_IDAY:Daily use`: in the version with labels the code stands first. */
const codeOf = (text: string | undefined) => (text ?? '').split(':', 1)[0]?.trim() ?? '';

export const isSdmxCsv = (header: readonly string[]): boolean =>
  header.some((name) => /^OBS_VALUE/i.test(name)) && header.some((name) => isTime(codeOf(name)));

/** Where the header has what. */
const placesIn = (header: readonly string[]) => {
  const names = header.map(codeOf);
  const at = (is: (name: string) => boolean) => names.findIndex(is);
  const place = at(isPlace);
  const time = at(isTime);
  const value = at((name) => /^OBS_VALUE$/i.test(name));
  const flag = at((name) => /^(OBS_FLAG|OBS_STATUS)$/i.test(name));
  if (place < 0) throw new UnreadableFile('has no column "geo"');
  const dimensions = names
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => index !== place && index !== time && !isMeasure(name));
  return { place, time, value, flag, dimensions };
};

/** The dimensions that tell series apart, and their values on a line. */
export const describeSdmxCsv = (header: readonly string[]) => {
  const { dimensions } = placesIn(header);
  return {
    dimensions: dimensions.map(({ name }) => name),
    valuesOf: (cells: readonly string[]) => dimensions.map(({ index }) => codeOf(cells[index])),
  };
};

/** SDMX-CSV as Eurostat gives it: a figure per line, a column per dimension, `OBS_FLAG`. */
export async function* readSdmxCsv(
  header: readonly string[],
  rows: AsyncIterable<TableRow>,
  series: Series,
): AsyncGenerator<FigureLine> {
  const { place, time, value, flag, dimensions } = placesIn(header);
  const pick = seriesPicker(
    dimensions.map(({ name }) => name),
    series,
  );
  for await (const { line, cells } of rows) {
    const picked = pick(dimensions.map(({ index }) => codeOf(cells[index])));
    if (picked.kind !== 'picked') {
      yield { line, ...picked };
      continue;
    }
    const year = codeOf(cells[time]);
    const parsed = parseEurostatFigure(cells[value] ?? '', codeOf(cells[flag]));
    if (!/^\d{4}$/.test(year)) {
      yield { kind: 'wrong', line, message: `TIME_PERIOD is no year: "${year}"` };
    } else if (parsed.kind === 'wrong') {
      yield { kind: 'wrong', line, message: `OBS_VALUE ${parsed.message}` };
    } else {
      const { indicator } = picked;
      const cell = { unit: codeOf(cells[place]), year: Number(year), indicator };
      yield { kind: 'figure', line, figure: { ...cell, value: parsed.value, flag: parsed.flag } };
    }
  }
}
