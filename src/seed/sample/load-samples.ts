import { setImmediate as turn } from 'node:timers/promises';
import type { Core, UID } from '@strapi/strapi';
import { chunk } from 'lodash';
import { createSlugOf } from '../batch/create-slug-of';
import { writeBatch } from '../batch/write-batch';
import { createFindModel } from '../find-model';
import { findTargets, targetKey } from '../find-targets';
import { documentLink, resolveRelations } from '../resolve-relations';
import type { FindModel } from '../types';
import { writeEntry } from '../write-entry';
import { SAMPLE_PLACES } from './places';
import {
  SAMPLE_NEEDS,
  SAMPLE_TYPE,
  sampleInitiative,
  sampleOwner,
  sampleReference,
} from './sample-initiative';
import { sampleOrganisation } from './sample-organisation';

/** Documents a transaction: some 10,000 rows, small against memory and against SQLite's one writer. */
const BATCH = 25;
const ORGANISATION = 'api::observatory.organisation';

type Context = { strapi: Core.Strapi; findModel: FindModel };

const addOwners = async ({ strapi, findModel }: Context): Promise<void> => {
  const model = findModel(ORGANISATION);
  if (!model) throw new Error(`There is no content type ${ORGANISATION}`);
  const targets = await findTargets({
    strapi,
    findModel,
    wanted: [
      ...SAMPLE_NEEDS,
      ...SAMPLE_PLACES.map(({ nuts }) => ({ type: ORGANISATION, reference: sampleOwner(nuts) })),
    ],
  });
  for (const place of SAMPLE_PLACES) {
    const entry = sampleOrganisation(place);
    if (targets.has(targetKey(entry))) continue;
    const shared = resolveRelations({
      model,
      findModel,
      values: entry.shared,
      linkTo: (need) => {
        const target = targets.get(targetKey(need));
        if (!target) throw new Error(`The samples need ${need.reference}: load the seeds first`);
        return documentLink({ model, target });
      },
    });
    const { documentId } = entry;
    await strapi.db.transaction(() =>
      writeEntry({ strapi, model, entry, documentId, shared, mark: undefined }),
    );
  }
};

/** Row ids of everything that the samples link to, which all are of types without locales. */
const findRowIds = async ({ strapi }: Context): Promise<Map<string, number>> => {
  const wanted = [
    ...SAMPLE_NEEDS,
    ...SAMPLE_PLACES.map(({ nuts }) => ({ type: ORGANISATION, reference: sampleOwner(nuts) })),
  ];
  const ids = new Map<string, number>();
  for (const type of new Set(wanted.map((need) => need.type))) {
    const references = wanted.filter((need) => need.type === type).map((need) => need.reference);
    const rows: { id: number; reference: string }[] = await strapi.db
      .query(type as UID.ContentType)
      .findMany({ where: { reference: { $in: references } }, select: ['id', 'reference'] });
    for (const { id, reference } of rows) ids.set(targetKey({ type, reference }), id);
  }
  const missing = wanted.find((need) => !ids.has(targetKey(need)));
  if (missing) throw new Error(`The samples need ${missing.reference}: load the seeds first`);
  return ids;
};

/**
 * Adds the generated monographs SAMPLE-00001 … up to `count`, those that are not there yet, in
 * batches. Every one is marked `isSample`; the same number always makes the same monograph.
 * @param count how many there shall be, 1 to 99,999; more than that many are left as they are
 * @throws Error when the seeds that the samples link to are not loaded
 */
export const loadSamples = async ({
  strapi,
  count,
  onProgress = () => undefined,
  now = () => new Date(),
}: {
  strapi: Core.Strapi;
  count: number;
  onProgress?: (progress: { done: number; total: number }) => void;
  now?: () => Date;
}): Promise<{ created: number; unchanged: number }> => {
  const context = { strapi, findModel: createFindModel({ strapi }) };
  await addOwners(context);
  const ids = await findRowIds(context);
  const slugOf = createSlugOf({ strapi, type: SAMPLE_TYPE });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  let created = 0;
  let done = 0;
  for (const part of chunk(numbers, BATCH)) {
    const there = new Set(
      (
        await strapi.db.query(SAMPLE_TYPE).findMany({
          where: { reference: { $in: part.map(sampleReference) } },
          select: ['reference'],
        })
      ).map(({ reference }: { reference: string }) => reference),
    );
    const contents = part.filter((number) => !there.has(sampleReference(number)));
    if (contents.length > 0) {
      await writeBatch({
        ...context,
        type: SAMPLE_TYPE,
        contents: contents.map(sampleInitiative),
        findRowId: (need) => {
          const id = ids.get(targetKey(need));
          if (id === undefined) throw new Error(`${need.reference} was not looked up`);
          return id;
        },
        slugOf,
        now: now(),
      });
    }
    created += contents.length;
    done += part.length;
    onProgress({ done, total: count });
    // SQLite gives no turn to the event loop by itself: what waits for an answer would time out.
    await turn();
  }
  return { created, unchanged: count - created };
};
