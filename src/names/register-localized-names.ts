import type { Core } from '@strapi/strapi';
import { isRecord } from '../rules/readers';
import { isLocalized, schemaOf } from '../rules/schema';
import { requestKind } from '../setup/request-kind';
import { localizeNames } from './localize-names';
import { widenQuery } from './names-in-query';

const READS = new Set(['findOne', 'findFirst', 'findMany']);

/**
 * Registers the document middleware that answers the `name` of reference types in the asked
 * locale, their own and those populated in other entries. The admin is left out: its forms would
 * write a translated name back. Call it in `register()`.
 */
export const registerLocalizedNames = ({ strapi }: { strapi: Core.Strapi }): void => {
  const lookup = (uid: string) => schemaOf({ strapi, uid });

  strapi.documents.use(async (context, next) => {
    if (!READS.has(context.action) || !context.uid.startsWith('api::')) return next();
    if (requestKind({ strapi }) === 'admin') return next();
    const schema = lookup(context.uid);
    const params: Record<string, unknown> = { ...context.params };
    const asked = typeof params.locale === 'string' ? params.locale : '';
    const ofAll = asked === '*' || asked === '';
    if (ofAll && !isLocalized(schema)) return next();

    const { attributes } = schema;
    const { query, extra } = widenQuery({
      query: params,
      attributes,
      lookup,
      locale: ofAll ? undefined : asked,
    });
    Object.assign(context, { params: query });
    const result = await next();
    type Result = typeof result;
    const localizeOne = (entry: unknown) => {
      if (!isRecord(entry)) return entry;
      const own = typeof entry.locale === 'string' ? entry.locale : 'fr';
      return localizeNames({ entry, attributes, lookup, locale: ofAll ? own : asked, extra });
    };
    return (Array.isArray(result) ? result.map(localizeOne) : localizeOne(result)) as Result;
  });
};
