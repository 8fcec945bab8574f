/// <reference path="./modules.d.ts" />
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type FigureLine, type Series, UnreadableFile } from './figure-line';
import { parseEurostatFigure } from './parse-figure';
import { seriesPicker } from './pick-series';

/** Enough of a dataset for the toolkit to read it; it fails on anything else. */
const cube = z.looseObject({
  class: z.literal('dataset'),
  id: z.array(z.string()).min(1),
  size: z.array(z.int().min(1)).min(1),
  dimension: z.record(
    z.string(),
    z.looseObject({
      category: z
        .looseObject({
          index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
        })
        .optional(),
    }),
  ),
  value: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});

const openCube = async (file: string) => {
  const { default: JSONstat } = await import('jsonstat-toolkit');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableFile(`is no JSON: ${error.message}`);
  }
  const parsed = cube.safeParse(json);
  if (!parsed.success) throw new UnreadableFile('holds no dataset of JSON-stat 2.0');
  const dataset = JSONstat(json);
  const { id, role } = dataset;
  const place = role?.geo?.[0] ?? id.find((name) => /^geo$/i.test(name));
  const time = role?.time?.[0] ?? id.find((name) => /^time/i.test(name));
  if (!place || !time) throw new UnreadableFile(`needs a place and a time among ${id.join(', ')}`);
  const dimensions = id.filter((name) => name !== place && name !== time);
  return { dataset, parsed: parsed.data, place, time, dimensions };
};

/** The dimensions that tell series apart, with their values. */
export const describeJsonStat = async (
  file: string,
): Promise<{ name: string; values: string[] }[]> => {
  const { parsed, dimensions } = await openCube(file);
  return dimensions.map((name) => {
    const index = parsed.dimension[name]?.category?.index ?? {};
    return { name, values: Array.isArray(index) ? index : Object.keys(index) };
  });
};

/** A dataset in JSON-stat 2.0; `line` is the place of the figure in its list of values, from 1. */
export async function* readJsonStat(file: string, series: Series): AsyncGenerator<FigureLine> {
  const { dataset, place, time, dimensions } = await openCube(file);
  const pick = seriesPicker(dimensions, series);
  let line = 0;
  const points = dataset.Unflatten((coordinates, point) => ({ coordinates, point }));
  for (const { coordinates, point } of points) {
    line++;
    const status = point.status ?? '';
    // A cube is dense: an empty cell without a flag is a cell that the source does not have.
    if (point.value === null && status === '') continue;
    const picked = pick(dimensions.map((name) => coordinates[name] ?? ''));
    if (picked.kind !== 'picked') {
      yield { line, ...picked };
      continue;
    }
    const year = coordinates[time] ?? '';
    const parsed = parseEurostatFigure(
      point.value === null ? ':' : String(point.value),
      status.replaceAll(':', '').trim(),
    );
    if (!/^\d{4}$/.test(year))
      yield { kind: 'wrong', line, message: `${time} is no year: "${year}"` };
    else if (parsed.kind === 'wrong')
      yield { kind: 'wrong', line, message: `value ${parsed.message}` };
    else {
      const { indicator } = picked;
      const cell = { unit: coordinates[place] ?? '', year: Number(year), indicator };
      yield { kind: 'figure', line, figure: { ...cell, value: parsed.value, flag: parsed.flag } };
    }
  }
}
