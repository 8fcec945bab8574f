import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../rules/readers';
import { schemaOf } from '../../../rules/schema';
import { stateInAnswer } from './state-in-answer';
import { mayHoldCalls, stateInQuery } from './state-in-query';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/**
 * Registers the document middleware by which every read knows the state and next deadline of a
 * funding call as they are at that moment, in answers and in filters, its own and those of calls
 * that other entries link to. Call it in `register()`.
 * @param clock milliseconds since 1970
 */
export const registerCallState = ({
  strapi,
  clock = () => Date.now(),
}: {
  strapi: Core.Strapi;
  clock?: () => number;
}): void => {
  const lookup = (uid: string) => schemaOf({ strapi, uid });
  // A page and its total are two reads of one request, and of one moment.
  const moments = new WeakMap<object, number>();
  const momentOf = (): number => {
    const request = strapi.requestContext.get();
    if (!request) return clock();
    const moment = moments.get(request) ?? clock();
    moments.set(request, moment);
    return moment;
  };

  strapi.documents.use(async (context, next) => {
    if (!READS.has(context.action) || !context.uid.startsWith('api::')) return next();
    const schema = lookup(context.uid);
    const now = momentOf();
    const params: Record<string, unknown> = { ...context.params };
    const { query, extra } = stateInQuery({ query: params, schema, lookup, now });
    Object.assign(context, { params: query });
    if (!mayHoldCalls({ query, schema, lookup })) return next();
    const result = await next();
    type Result = typeof result;
    const one = (entry: unknown) =>
      isRecord(entry) ? stateInAnswer({ entry, schema, lookup, now, extra }) : entry;
    return (Array.isArray(result) ? result.map(one) : one(result)) as Result;
  });
};
