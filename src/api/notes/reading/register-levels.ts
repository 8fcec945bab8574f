import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../rules/readers';
import { noteAtLevel, queryAtLevel } from './at-level';
import { isLevel, LEVEL_NAMES } from './levels';

const NOTE = 'api::notes.synthesis-note';
const READS = new Set(['findOne', 'findFirst', 'findMany']);

/**
 * Lets REST ask for a note at one reading level: `?level=elected|officer|novice|full` brings that
 * level's texts, populated, and no other's. Call it in `register()`.
 */
export const registerReadingLevels = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.contentAPI.addQueryParams({
    level: {
      schema: (z) => z.enum(LEVEL_NAMES).optional(),
      matchRoute: ({ handler }) => typeof handler === 'string' && handler.startsWith(`${NOTE}.`),
    },
  });

  strapi.documents.use(async (context, next) => {
    const params: Record<string, unknown> = { ...context.params };
    const { level, ...query } = params;
    if (context.uid !== NOTE || !READS.has(context.action) || !isLevel(level)) return next();
    Object.assign(context, { params: queryAtLevel({ query, level }) });
    const result = await next();
    type Result = typeof result;
    const one = (note: unknown) => (isRecord(note) ? noteAtLevel({ note, level }) : note);
    return (Array.isArray(result) ? result.map(one) : one(result)) as Result;
  });
};
