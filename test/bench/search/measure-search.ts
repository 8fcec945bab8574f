import { median } from '../measure-pair';
import type { Engine } from './engine';
import { ask } from './http';
import type { Host } from './start-host';

const ROUNDS = 300;
const WARMUP = 100;
const WORDS = [
  'formation',
  'numérique',
  'habitants',
  'îles',
  'carte',
  'portail',
  'service',
  'données',
];

export type SearchTimes = { name: string; api: number; direct: number; empty: number };

const REQUESTS: { name: string; query: string }[] = [
  { name: 'a word, 25 hits with highlights', query: 'locale=fr' },
  {
    name: 'the same with three facets and their labels',
    query: 'locale=fr&facets=themes,territories,type',
  },
  { name: 'the same in all languages', query: 'locale=*' },
];

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/**
 * `/api/search`, the request that it makes of the engine, sent directly, and a route that answers
 * nothing behind the same permission: in turns, over `node:http`. Medians in milliseconds.
 */
export const measureSearch = async ({
  host,
  engine,
}: {
  host: Host;
  engine: Engine;
}): Promise<SearchTimes[]> => {
  const found: SearchTimes[] = [];
  for (const { name, query } of REQUESTS) {
    const asked = [];
    for (const word of WORDS) {
      const url = `${host.url}/api/search?q=${encodeURIComponent(word)}&${query}`;
      await host.do('noteSearch');
      const { meta } = JSON.parse(await ask({ url })) as {
        meta: { pagination: { total: number } };
      };
      if (meta.pagination.total === 0) throw new Error(`Nothing is found at ${url}`);
      const { index, params } = await host.do('notedSearch');
      asked.push({ url, index, body: JSON.stringify(params) });
    }
    const times = { api: [] as number[], direct: [] as number[], empty: [] as number[] };
    for (let round = -WARMUP; round < ROUNDS; round += 1) {
      const one = asked[(round + WARMUP) % asked.length];
      if (!one) throw new Error('There is nothing to ask.');
      const works = [
        ['api', () => ask({ url: one.url })],
        ['direct', () => engine.search(one.index, one.body)],
        ['empty', () => ask({ url: `${host.url}/api/bench-empty` })],
      ] as const;
      for (let turn = 0; turn < works.length; turn += 1) {
        const work = works[(turn + round + WARMUP) % works.length];
        if (!work) continue;
        const time = await timed(work[1]);
        if (round >= 0) times[work[0]].push(time);
      }
    }
    found.push({
      name,
      api: median(times.api),
      direct: median(times.direct),
      empty: median(times.empty),
    });
  }
  return found;
};
