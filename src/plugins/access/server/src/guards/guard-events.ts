import type { Core, UID } from '@strapi/strapi';
import type { AccessConfig } from '../config';
import { isRecord, type Model, type Viewpoint } from '../core/model';
import { tellEntry } from '../core/tell-entry';
import { visibleWhere } from '../core/visible-where';

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
  const modelOf = (uid: string): Model | undefined => {
    const model: unknown = strapi.getModel(uid as UID.Schema);
    return model as Model | undefined;
  };
  const rights = { drafts: false, members: false };
  const viewpoint: Viewpoint = {
    getModel: modelOf,
    isPrivate: (uid) => config.privateTypes.includes(uid) || ACCOUNTS.test(uid),
    visibleWhere: (model) => visibleWhere({ model, rights, config, linked: true }),
  };

  /** What is told in place of `payload`; undefined where nothing is. */
  const tell = (payload: unknown): unknown => {
    if (!isRecord(payload)) return payload;
    if (isRecord(payload.user)) return { ...payload, user: { id: payload.user.id } };
    const { uid, entry } = payload;
    if (typeof uid !== 'string' || !('entry' in payload)) return payload;
    const model = modelOf(uid);
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
