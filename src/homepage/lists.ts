import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { isRecord, textOf } from '../rules/readers';
import {
  type ClosingCall,
  DEADLINE_DAYS,
  type HomeEntry,
  type HomeList,
  REVIEW_DAYS,
  type Waiting,
} from './contracts';
import { nextDeadline } from './core/next-deadline';
import { onePerDocument } from './core/one-per-document';
import { type Entry, READ, type Reader, readFor, titleOf } from './reader';
import { type UnpublishedDraft, unpublishedDrafts } from './store/unpublished-drafts';

const INTERVIEW = 'api::iris.interview';
const INITIATIVE = 'api::iris.initiative';
const CALL = 'api::hub.funding-call';

/** Entries that a widget shows. */
const PAGE = 6;
/** An entry has at most as many versions as the site has languages; lists are of entries. */
const VERSIONS = 6;
const DAY = 24 * 60 * 60 * 1000;

type Ask = { strapi: Core.Strapi; reader: Reader; now: number };

const page = <T extends HomeEntry>(entries: T[]): HomeList<T>['data'] => ({
  entries: entries.slice(0, PAGE),
  more: entries.length > PAGE,
});

const homeEntry = ({
  strapi,
  uid,
  entry,
  at,
}: {
  strapi: Core.Strapi;
  uid: string;
  entry: Entry;
  at: unknown;
}): HomeEntry => ({
  uid,
  type: strapi.contentType(uid as UID.ContentType).info.displayName,
  documentId: entry.documentId,
  locale: textOf(entry, 'locale') ?? null,
  title: textOf(entry, titleOf(strapi, uid)) ?? entry.documentId,
  at: at instanceof Date ? at.toISOString() : String(at),
});

const typesWithDrafts = ({ strapi, reader }: Ask): string[] =>
  Object.entries(strapi.contentTypes)
    .filter(
      ([uid, type]) =>
        uid.startsWith('api::') &&
        contentTypes.hasDraftAndPublish(type) &&
        reader.ability.can(READ, uid),
    )
    .map(([uid]) => uid);

/** Drafts with their titles, as far as the person may read them, in the order found. */
const openDrafts = async (
  ask: Ask,
  { found, action }: { found: UnpublishedDraft[]; action?: 'publish' },
): Promise<(HomeEntry & { by: number })[]> => {
  const { strapi, reader } = ask;
  const entries = new Map<string, HomeEntry>();
  for (const uid of new Set(found.map((draft) => draft.uid))) {
    const ids = found.filter((draft) => draft.uid === uid).map(({ documentId }) => documentId);
    const rows = await readFor({
      strapi,
      reader,
      uid,
      query: {
        fields: [titleOf(strapi, uid), 'updatedAt', 'locale'],
        filters: { documentId: { $in: ids } },
      },
      ...(action ? { action } : {}),
    });
    for (const entry of rows) {
      const key = `${uid} ${entry.documentId} ${entry.locale}`;
      entries.set(key, homeEntry({ strapi, uid, entry, at: entry.updatedAt }));
    }
  }
  return found.flatMap(({ uid, documentId, locale, by }) => {
    const entry = entries.get(`${uid} ${documentId} ${locale}`);
    return entry ? [{ ...entry, by }] : [];
  });
};

/** What the person saved last and has not published since. */
export const myDrafts = async (ask: Ask): Promise<HomeList['data']> => {
  const found = await unpublishedDrafts({
    strapi: ask.strapi,
    uids: typesWithDrafts(ask),
    by: { account: ask.reader.user.id, others: false },
    limit: 4 * PAGE,
  });
  const entries = await openDrafts(ask, { found });
  return page(entries.map(({ by: _, ...entry }) => entry));
};

const pendingInterviews = async ({ strapi, reader }: Ask): Promise<Waiting[]> => {
  const rows = await readFor({
    strapi,
    reader,
    uid: INTERVIEW,
    query: {
      fields: ['reference', 'updatedAt'],
      filters: { ownerApproval: { state: { $eq: 'pending' } } },
      sort: 'updatedAt:asc',
      limit: PAGE + 1,
    },
  });
  return rows.map((entry) => ({
    ...homeEntry({ strapi, uid: INTERVIEW, entry, at: entry.updatedAt }),
    reason: 'owner',
    by: null,
  }));
};

/**
 * What waits: owners who were asked and have not answered, and drafts of others that the person may
 * publish.
 */
export const waiting = async (ask: Ask): Promise<HomeList<Waiting>['data']> => {
  const { strapi, reader } = ask;
  const owners = await pendingInterviews(ask);
  const found = await unpublishedDrafts({
    strapi,
    uids: typesWithDrafts(ask),
    by: { account: reader.user.id, others: true },
    limit: 4 * PAGE,
  });
  const drafts = await openDrafts(ask, { found, action: 'publish' });
  const accounts: { id: number; firstname?: string | null; lastname?: string | null }[] =
    await strapi.db.query('admin::user').findMany({
      select: ['id', 'firstname', 'lastname'],
      where: { id: { $in: [...new Set(drafts.map(({ by }) => by))] } },
    });
  const names = new Map(
    accounts.map(({ id, firstname, lastname }) => [
      id,
      [firstname, lastname].filter(Boolean).join(' ') || null,
    ]),
  );
  return page([
    ...owners,
    ...drafts.map(
      ({ by, ...entry }): Waiting => ({
        ...entry,
        reason: 'publication',
        by: names.get(by) ?? null,
      }),
    ),
  ]);
};

/** Initiatives whose review is due, or will be in a month, the most overdue first. */
export const dueReviews = async ({ strapi, reader, now }: Ask): Promise<HomeList['data']> => {
  const until = new Date(now + REVIEW_DAYS * DAY).toISOString().slice(0, 10);
  const versions = await readFor({
    strapi,
    reader,
    uid: INITIATIVE,
    query: {
      fields: ['title', 'reviewDueAt', 'locale', 'originalLocale'],
      filters: { reviewDueAt: { $lte: until } },
      sort: 'reviewDueAt:asc',
      limit: VERSIONS * (PAGE + 1),
    },
  });
  return page(
    onePerDocument(versions).map((entry) =>
      homeEntry({ strapi, uid: INITIATIVE, entry, at: entry.reviewDueAt }),
    ),
  );
};

/** Calls with a deadline in the coming week, as it is now, the nearest first. */
export const closingCalls = async ({
  strapi,
  reader,
  now,
}: Ask): Promise<HomeList<ClosingCall>['data']> => {
  const until = now + DEADLINE_DAYS * DAY;
  // The stored next deadline may lag behind; a call that is not over and has one soon is judged here.
  const versions = await readFor({
    strapi,
    reader,
    uid: CALL,
    query: {
      filters: {
        closesAt: { $gt: new Date(now).toISOString() },
        nextDeadline: { $lte: new Date(until).toISOString() },
      },
      sort: 'nextDeadline:asc',
      limit: VERSIONS * (PAGE + 1),
      populate: { deadlines: true },
    },
  });
  const calls = onePerDocument(versions).flatMap((entry) => {
    const next = nextDeadline({ call: isRecord(entry) ? entry : {}, now });
    if (!next || next.instant > until) return [];
    const { instant, timezone, last } = next;
    const call = homeEntry({ strapi, uid: CALL, entry, at: new Date(instant) });
    return [{ ...call, timezone, last }];
  });
  return page(calls.sort((one, other) => one.at.localeCompare(other.at)));
};
