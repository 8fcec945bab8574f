import type { Core, Modules } from '@strapi/strapi';
import type { AccessConfig } from '../../config';
import { keepFields } from '../../core/admin-writes/keep-fields';
import { isTrusted, runTrusted } from '../trusted';
import { judgeCall } from './judge-call';
import { currentWriter } from './writer';

type Params = Record<string, unknown> & {
  documentId?: string;
  data?: Record<string, unknown>;
};

const WRITES = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);

/** Whether a type is among those named by uid, or by a prefix that ends with `::`. */
export const isGuarded = (uid: string, { guardedWrites }: Pick<AccessConfig, 'guardedWrites'>) =>
  guardedWrites.some((name) => (name.endsWith('::') ? uid.startsWith(name) : uid === name));

/**
 * The net under every way in: whatever an admin user has written, by Strapi's routes or those of a
 * plugin, stays within the locales and fields of the user's permissions. It judges what the route
 * asks, not what other middlewares then write to keep the content whole.
 */
export const createDocumentWriteGuard =
  ({
    strapi,
    config,
  }: {
    strapi: Core.Strapi;
    config: AccessConfig;
  }): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    if (isTrusted(strapi) || !WRITES.has(action) || !isGuarded(uid, config)) return next();
    const writer = await currentWriter(strapi);
    if (!writer) return next();
    const params: Params = { ...context.params };
    const { data } = params;
    const given = data?.documentId;
    const fields = await judgeCall({
      strapi,
      writer,
      uid,
      documentId: params.documentId ?? (typeof given === 'string' ? given : undefined),
      call: { action, ...params },
    });
    if (data) {
      const attributes = Object.keys(context.contentType.attributes);
      params.data = keepFields({ data, attributes, fields });
    }
    Object.assign(context, { params });
    return runTrusted({ strapi, work: next });
  };
