import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../../shared/contracts';
import type { TaskOutcome } from '../engine/engine';
import { EngineUnavailable } from '../engine/errors';
import { type Delivery, deliverBatch } from './deliver-batch';

const document = (key: number) => ({ id: `e_t_${key}` }) as StoredDocument;

const deliveryOf = (key: number): Delivery => ({
  key,
  id: `e_t_${key}`,
  isCertain: false,
  documents: new Map([
    ['fr', document(key)],
    ['en', null],
  ]),
});

/** As Meilisearch does: one bad document fails the whole task. */
const engineWith = ({ poison, failure }: { poison: Set<string>; failure?: TaskOutcome }) => {
  const outcomes: TaskOutcome[] = [];
  const stored = new Set<string>();
  const order: string[] = [];
  const add = (outcome: TaskOutcome) => Promise.resolve(outcomes.push(outcome) - 1);
  return {
    stored,
    order,
    known: () => Promise.resolve(new Map<string, { hash: string; stamp: string }>()),
    put: ({ index, documents }: { index: string; documents: readonly StoredDocument[] }) => {
      order.push(index);
      if (failure) return add(failure);
      if (documents.some(({ id }) => poison.has(id))) {
        return add({ state: 'failed', code: 'bad', message: 'bad geo', isInternal: false });
      }
      for (const { id } of documents) stored.add(id);
      return add({ state: 'succeeded' });
    },
    remove: ({ index }: { index: string; ids: readonly string[] }) => {
      order.push(index);
      return add({ state: 'succeeded' });
    },
    settle: (tasks: readonly number[]) =>
      Promise.resolve(tasks.flatMap((task) => outcomes[task] ?? [])),
  };
};

const deliver = (input: { keys: number[]; engine: ReturnType<typeof engineWith> }) =>
  deliverBatch({
    deliveries: input.keys.map(deliveryOf),
    locales: ['fr', 'en'],
    indexOf: (locale) => `t_${locale}`,
    engine: input.engine,
  });

describe('deliverBatch', () => {
  it('refuses the poison documents and no other, and stores all their neighbours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: 50 }), { maxLength: 20 }),
        fc.array(fc.nat({ max: 50 })),
        async (keys, bad) => {
          const poison = new Set(bad.map((key) => `e_t_${key}`));
          const engine = engineWith({ poison });
          const outcomes = await deliver({ keys, engine });
          expect([...outcomes.keys()].sort()).toEqual([...keys].sort());
          for (const key of keys) {
            const isPoison = poison.has(`e_t_${key}`);
            expect(outcomes.get(key)?.state).toBe(isPoison ? 'refused' : 'delivered');
            expect(engine.stored.has(`e_t_${key}`)).toBe(!isPoison);
          }
        },
      ),
    );
  });

  it('sends nothing that the index has already, unless an older sending may be on its way', async () => {
    const engine = {
      ...engineWith({ poison: new Set() }),
      known: () => Promise.resolve(new Map([['e_t_1', { hash: 'same', stamp: '' }]])),
    };
    const documents = new Map([['fr', { id: 'e_t_1', hash: 'same' } as StoredDocument]]);
    const send = (isCertain: boolean) =>
      deliverBatch({
        deliveries: [{ key: 1, id: 'e_t_1', isCertain, documents }],
        locales: ['fr'],
        indexOf: (locale) => locale,
        engine,
      });
    expect((await send(true)).get(1)).toEqual({ state: 'delivered', locales: [] });
    expect(engine.order).toEqual([]);
    expect((await send(false)).get(1)).toEqual({ state: 'delivered', locales: ['fr'] });
    expect(engine.order).toEqual(['fr']);
  });

  it('sends the locales in the order it was given', async () => {
    const engine = engineWith({ poison: new Set() });
    await deliver({ keys: [1], engine });
    expect(engine.order).toEqual(['t_fr', 't_en']);
  });

  it('takes what was sent first as sent, unless the entry changed since or the engine refused it', async () => {
    const documents = new Map([
      ['fr', { id: 'e_t_1', hash: 'new' } as StoredDocument],
      ['en', { id: 'e_t_1', hash: 'same' } as StoredDocument],
    ]);
    const deliverAfter = ({
      hash,
      isChanged = true,
      outcome = { state: 'succeeded' },
    }: {
      hash: string;
      isChanged?: boolean;
      outcome?: TaskOutcome;
    }) => {
      const engine = engineWith({ poison: new Set() });
      const sent = deliverBatch({
        deliveries: [
          { key: 1, id: 'e_t_1', isCertain: false, documents },
          { key: 2, id: 'e_t_2', isCertain: false, documents: new Map([['fr', document(2)]]) },
        ],
        locales: ['fr', 'en'],
        indexOf: (locale) => locale,
        engine: {
          ...engine,
          settle: async (tasks) => [
            ...(tasks.includes(77) ? [outcome] : []),
            ...(await engine.settle(tasks.filter((task) => task !== 77))),
          ],
        },
        first: { entries: new Map([[1, { locale: 'fr', hash, isChanged }]]), tasks: [77] },
      });
      return { engine, sent };
    };
    const once = deliverAfter({ hash: 'new' });
    expect((await once.sent).get(1)).toEqual({ state: 'delivered', locales: ['fr', 'en'] });
    expect(once.engine.stored.has('e_t_1')).toBe(true);
    expect(once.engine.order).toEqual(['fr', 'en', 'en']);
    const equal = deliverAfter({ hash: 'new', isChanged: false });
    expect((await equal.sent).get(1)).toEqual({ state: 'delivered', locales: ['en'] });
    const since = deliverAfter({ hash: 'old' });
    expect((await since.sent).get(1)).toEqual({ state: 'delivered', locales: ['fr', 'en'] });
    const refused = deliverAfter({
      hash: 'new',
      outcome: { state: 'failed', code: 'bad', message: 'bad geo', isInternal: false },
    });
    expect((await refused.sent).get(1)).toEqual({ state: 'delivered', locales: ['fr', 'en'] });
    // The refused round, and each entry again by itself.
    expect(refused.engine.order).toEqual(['fr', 'en', 'en', 'fr', 'en', 'fr', 'en']);
  });

  it.each([
    { state: 'failed', code: 'internal', message: 'disk full', isInternal: true },
    { state: 'failed', code: 'index_not_found', message: 'no index', isInternal: false },
  ] as const)('blames the engine, not the document, for $message', async (failure) => {
    const engine = engineWith({ poison: new Set(), failure });
    await expect(deliver({ keys: [1, 2], engine })).rejects.toThrow(EngineUnavailable);
  });
});
