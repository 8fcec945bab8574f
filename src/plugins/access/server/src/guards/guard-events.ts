import type { Core } from '@strapi/strapi';
import type { AccessConfig } from '../config';
import { isRecord, type Viewpoint } from '../core/model';
import { tellEntry } from '../core/tell-entry';
import { createViewpoint } from './viewpoint';

/** Accounts of people, of the admin and of the content API, with their e-mail addresses. */
const ACCOUNTS = /^(admin::|plugin::users-permissions\.)/;

/**
 * Stands between Strapi and whoever hears its events, webhooks first of all: an event tells of an
 * entry what the public may read and names the rest by id; entries of private types and accounts
 * make no event at all. Strapi's own payloads carry drafts and linked entries whole.
 */
export const guardEvents = ({
  strapi,
  config,
}: {
  strapi: Core.Strapi;
  config: AccessConfig;
}): void => {
  const ofPublic = createViewpoint({
    strapi,
    config,
    rights: { drafts: false, members: false },
  });
  const viewpoint: Viewpoint = {
    ...ofPublic,
    isPrivate: (uid) => ofPublic.isPrivate(uid) || ACCOUNTS.test(uid),
  };

  /** What is told in place of `payload`; undefined where nothing is. */
  const tell = (payload: unknown): unknown => {
    if (!isRecord(payload)) return payload;
    if (isRecord(payload.user)) return { ...payload, user: { id: payload.user.id } };
    const { uid, entry } = payload;
    if (typeof uid !== 'string' || !('entry' in payload)) return payload;
    const model = viewpoint.getModel(uid);
    if (!model || viewpoint.isPrivate(uid)) return undefined;
    // Strapi reads the entry after the commit: it may be gone by then.
    if (entry === null || entry === undefined) return payload;
    return isRecord(entry)
      ? { ...payload, entry: tellEntry({ entry, model, viewpoint }) }
      : undefined;
  };

  const emit = strapi.eventHub.emit;
  Object.assign(strapi.eventHub, {
    async emit(name: string, ...payloads: unknown[]) {
      const told = payloads.map(tell);
      const isKept = payloads.every(
        (payload, index) => payload === undefined || told[index] !== undefined,
      );
      if (isKept) await emit(name, ...told);
    },
  });
};
