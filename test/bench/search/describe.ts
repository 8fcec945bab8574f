import type { BenchResult } from '../bench';
import { isKept, LIMITS, overheadMs, type SearchFigures, spread } from './figures';
import type { LagTimes } from './measure-lag';
import type { Peaks } from './measure-memory';
import type { RebuildTimes } from './measure-rebuild';
import type { SaveTimes } from './measure-save';
import type { SearchTimes } from './measure-search';

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
const mb = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** Figures and table of what was measured: each figure's row says what it was against. */
export const describe = ({
  searches,
  lag,
  saves,
  rebuild,
  memory,
}: {
  /** The figure is that of the first. */
  searches: readonly SearchTimes[];
  lag: LagTimes;
  saves: SaveTimes;
  rebuild: RebuildTimes;
  memory: Peaks;
}): BenchResult => {
  const overheads = searches.map(overheadMs);
  const figures: SearchFigures = {
    saveRatio: saves.ours / saves.without,
    rebuildRatio: rebuild.ratio,
    searchOverheadMs: overheads[0] ?? Number.NaN,
    lagRatio: lag.ours / lag.task,
    memoryRatio: spread(memory.few, memory.many),
  };
  const row = (
    name: keyof SearchFigures,
    what: string,
    ours: string,
    other: string,
    unit = '',
  ): string[] => [
    what,
    ours,
    other,
    `${figures[name].toFixed(2)}${unit}`,
    `${LIMITS[name].toFixed(2)}${unit}`,
    isKept(name, figures[name]) ? 'kept' : 'missed',
  ];
  const { burst } = saves;
  return {
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]),
    ),
    table: {
      title:
        'Search, SQLite and the embedded Meilisearch, 2,000 monographs × 5 locales; medians, by turns',
      head: ['what', 'ours', 'against', 'figure', 'at most', ''],
      rows: [
        row(
          'saveRatio',
          'a save, delivery going on, against without the plugin',
          ms(saves.ours),
          ms(saves.without),
        ),
        [
          `  each of a burst of ${burst.count}`,
          ms(burst.ours),
          ms(burst.without),
          (burst.ours / burst.without).toFixed(2),
        ],
        row(
          'rebuildRatio',
          `a rebuild, against pushing its ${rebuild.documents} documents raw`,
          seconds(rebuild.ours),
          seconds(rebuild.other),
        ),
        ...searches.flatMap(({ name, api, direct, empty }, index) => {
          const against = `${ms(direct)} + ${ms(empty)}`;
          return [
            index === 0
              ? row(
                  'searchOverheadMs',
                  `${name}, against the engine + an empty route`,
                  ms(api),
                  against,
                  ' ms',
                )
              : [`  ${name}`, ms(api), against, `${(overheads[index] ?? 0).toFixed(2)} ms`],
          ];
        }),
        row(
          'lagRatio',
          'from the commit to being found, against a task of one document',
          ms(lag.ours),
          ms(lag.task),
        ),
        ['  in all indexes', ms(lag.all), '', (lag.all / lag.task).toFixed(2)],
        row(
          'memoryRatio',
          `peak of a rebuild of ${memory.fewRows} documents and of ${memory.manyRows}`,
          mb(memory.few),
          mb(memory.many),
        ),
      ],
    },
  };
};
