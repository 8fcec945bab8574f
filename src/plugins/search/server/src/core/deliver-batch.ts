import type { SearchDocument } from '../../../shared/contracts';
import type { Engine } from '../engine/engine';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import type { LocaleDocuments } from './build-documents';
import { chunkByBytes } from './chunk-by-bytes';

const MAX_PAYLOAD_BYTES = 8_000_000;

/** One entry as it must stand in every locale's index. */
export type Delivery = { key: number; id: string; documents: LocaleDocuments };

export type DeliveryOutcome = { state: 'delivered' } | { state: 'refused'; error: string };

type Sent = { state: 'succeeded' } | { state: 'refused'; error: string };

const send = async ({
  deliveries,
  locales,
  indexOf,
  engine,
}: {
  deliveries: readonly Delivery[];
  locales: readonly string[];
  indexOf: (locale: string) => string;
  engine: Pick<Engine, 'put' | 'remove' | 'settle'>;
}): Promise<Sent> => {
  const tasks: number[] = [];
  // One after the other: the engine works in the order of arrival, and the edited locale goes first.
  for (const locale of locales) {
    const index = indexOf(locale);
    const documents: SearchDocument[] = [];
    const gone: string[] = [];
    for (const delivery of deliveries) {
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
  return { state: 'succeeded' };
};

const tried = async (work: () => Promise<Sent>): Promise<Sent> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineRefused) return { state: 'refused', error: error.message };
    throw error;
  }
};

/**
 * Sends entries to all indexes and waits until the engine has done it. One bad document fails every
 * task of its batch, so a refused batch is halved until the bad one stands alone: its neighbours are in.
 * @param locales in the order of sending
 * @returns an outcome for the key of each delivery
 * @throws EngineUnavailable when the engine can't be asked or is not well: nothing is known then
 */
export const deliverBatch = async ({
  deliveries,
  ...rest
}: {
  deliveries: readonly Delivery[];
  locales: readonly string[];
  indexOf: (locale: string) => string;
  engine: Pick<Engine, 'put' | 'remove' | 'settle'>;
}): Promise<Map<number, DeliveryOutcome>> => {
  if (deliveries.length === 0) return new Map();
  const sent = await tried(() => send({ deliveries, ...rest }));
  if (sent.state === 'succeeded' || deliveries.length === 1) {
    const outcome: DeliveryOutcome = sent.state === 'refused' ? sent : { state: 'delivered' };
    return new Map(deliveries.map(({ key }) => [key, outcome]));
  }
  const middle = Math.ceil(deliveries.length / 2);
  const first = await deliverBatch({ deliveries: deliveries.slice(0, middle), ...rest });
  const second = await deliverBatch({ deliveries: deliveries.slice(middle), ...rest });
  return new Map([...first, ...second]);
};
