import { union } from 'lodash';
import type { StoredDocument } from '../../../shared/contracts';
import type { Engine } from '../engine/engine';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import type { LocaleDocuments } from './build-documents';
import { chunkByBytes } from './chunk-by-bytes';

const MAX_PAYLOAD_BYTES = 8_000_000;

/**
 * One entry as it must stand in every locale's index. `isCertain`: no earlier sending of it can still be
 * on its way, so what the index holds now may be trusted and an equal document need not be sent.
 */
export type Delivery = {
  key: number;
  id: string;
  isCertain: boolean;
  documents: LocaleDocuments;
};

/** `locales`: the indexes that had to be changed. */
export type DeliveryOutcome =
  | { state: 'delivered'; locales: string[] }
  | { state: 'refused'; error: string };

type Sent =
  | { state: 'succeeded'; changed: Map<number, string[]> }
  | { state: 'refused'; error: string };

/**
 * What went to the index of the edited locale before the rest was read, by the key of its delivery.
 * `hash`: the document that stands there once `tasks` are done; `isChanged`: another one stood there.
 */
export type SentFirst = {
  entries: Map<number, { locale: string; hash: string; isChanged: boolean }>;
  tasks: number[];
};

type Ports = Pick<Engine, 'known' | 'put' | 'remove' | 'settle'>;
type Known = Awaited<ReturnType<Ports['known']>>;

/** What the index of each locale has of the deliveries whose content there can be trusted. */
const knownIn = async ({
  deliveries,
  locales,
  indexOf,
  engine,
}: {
  deliveries: readonly Delivery[];
  locales: readonly string[];
  indexOf: (locale: string) => string;
  engine: Ports;
}): Promise<Map<string, Known>> => {
  const ids = deliveries.filter(({ isCertain }) => isCertain).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  return new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, await engine.known({ index: indexOf(locale), ids })] as const,
      ),
    ),
  );
};

const send = async ({
  deliveries,
  locales,
  indexOf,
  engine,
  first,
}: {
  deliveries: readonly Delivery[];
  locales: readonly string[];
  indexOf: (locale: string) => string;
  engine: Ports;
  first: SentFirst;
}): Promise<Sent> => {
  const tasks = [...first.tasks];
  const changed = new Map<number, string[]>();
  const tellChanged = (key: number, locale: string) =>
    changed.set(key, union(changed.get(key), [locale]));
  const known = await knownIn({ deliveries, locales, indexOf, engine });
  /** Whether the index has the document already, or will have it when the tasks are done. */
  const has = ({ key, id, isCertain, documents }: Delivery, locale: string): boolean => {
    const hash = documents.get(locale)?.hash;
    const sent = first.entries.get(key);
    if (sent?.locale === locale) return sent.hash === hash;
    return isCertain && known.get(locale)?.get(id)?.hash === hash;
  };
  for (const { key } of deliveries) {
    const sent = first.entries.get(key);
    if (sent?.isChanged) tellChanged(key, sent.locale);
  }
  // One after the other: the engine works in the order of arrival, and the edited locale goes first.
  for (const locale of locales) {
    const index = indexOf(locale);
    const documents: StoredDocument[] = [];
    const gone: string[] = [];
    for (const delivery of deliveries.filter((one) => !has(one, locale))) {
      tellChanged(delivery.key, locale);
      const document = delivery.documents.get(locale);
      if (document) documents.push(document);
      else gone.push(delivery.id);
    }
    for (const chunk of chunkByBytes({ items: documents, maxBytes: MAX_PAYLOAD_BYTES })) {
      tasks.push(await engine.put({ index, documents: chunk }));
    }
    if (gone.length > 0) tasks.push(await engine.remove({ index, ids: gone }));
  }
  for (const outcome of await engine.settle(tasks)) {
    if (outcome.state === 'succeeded') continue;
    if (outcome.isInternal || outcome.code === 'index_not_found') {
      throw new EngineUnavailable(outcome.message);
    }
    return { state: 'refused', error: outcome.message };
  }
  return { state: 'succeeded', changed };
};

const tried = async (work: () => Promise<Sent>): Promise<Sent> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineRefused)) throw error;
    if (error.code === 'index_not_found') throw new EngineUnavailable(error.message);
    return { state: 'refused', error: error.message };
  }
};

/**
 * Sends entries to all indexes and waits until the engine has done it. One bad document fails every
 * task of its batch, so a refused batch is halved until the bad one stands alone: its neighbours are in.
 * @param locales in the order of sending
 * @param first what was sent already; where the engine refuses anything, all is sent again
 * @returns an outcome for the key of each delivery
 * @throws EngineUnavailable when the engine can't be asked or is not well: nothing is known then
 */
export const deliverBatch = async ({
  deliveries,
  first = { entries: new Map(), tasks: [] },
  ...rest
}: {
  deliveries: readonly Delivery[];
  locales: readonly string[];
  indexOf: (locale: string) => string;
  engine: Ports;
  first?: SentFirst;
}): Promise<Map<number, DeliveryOutcome>> => {
  if (deliveries.length === 0) return new Map();
  const sent = await tried(() => send({ deliveries, first, ...rest }));
  if (sent.state === 'succeeded') {
    return new Map(
      deliveries.map(({ key }) => [
        key,
        { state: 'delivered', locales: sent.changed.get(key) ?? [] },
      ]),
    );
  }
  if (deliveries.length === 1) return new Map(deliveries.map(({ key }) => [key, sent]));
  const middle = Math.ceil(deliveries.length / 2);
  const one = await deliverBatch({ deliveries: deliveries.slice(0, middle), ...rest });
  const other = await deliverBatch({ deliveries: deliveries.slice(middle), ...rest });
  return new Map([...one, ...other]);
};
