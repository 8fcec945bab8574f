import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { ActivityMeasure, ActivitySettings } from '../config';
import { type ActivityEntry, strongestOf } from '../core/activity';

type Row = Record<string, unknown> & { id: number; documentId: string };
type Populate = {
  select?: string[];
  where?: { publishedAt: { $notNull: true } };
  populate?: Record<string, Populate>;
};

const PAGE = 200;
const PUBLISHED = { publishedAt: { $notNull: true } } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : [value]).filter(isRecord);

/** What stands at the end of a path of relations. */
const follow = (row: Record<string, unknown>, path: readonly string[]): Record<string, unknown>[] =>
  path.reduce((rows, step) => rows.flatMap((one) => itemsOf(one[step])), [row]);

const attributeOf = (strapi: Core.Strapi, uid: string, name: string) => {
  const found = strapi.db.metadata.get(uid).attributes[name] as
    | { type: string; target?: string; component?: string }
    | undefined;
  if (!found) throw new Error(`regional-dynamics: ${uid} has no attribute "${name}"`);
  return found;
};

const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options?.draftAndPublish === true;

/** The types that a path leads through, its own type first. */
export const typesAlong = (strapi: Core.Strapi, uid: string, path: readonly string[]): string[] => {
  const [step, ...rest] = path;
  if (step === undefined) return [uid];
  const { target } = attributeOf(strapi, uid, step);
  if (target === undefined) {
    throw new Error(`regional-dynamics: "${step}" of ${uid} is no relation`);
  }
  return [uid, ...typesAlong(strapi, target, rest)];
};

/** Reads what stands at the end of a path, and on the way never a draft. */
const populateAlong = (
  strapi: Core.Strapi,
  { uid, path, select }: { uid: string; path: readonly string[]; select: string[] },
): Record<string, Populate> => {
  const [step, ...rest] = path;
  const [, target = ''] = typesAlong(strapi, uid, path);
  if (step === undefined) return {};
  return {
    [step]: {
      select: rest.length === 0 ? select : ['id'],
      ...(hasDrafts(strapi, target) ? { where: PUBLISHED } : {}),
      ...(rest.length === 0
        ? {}
        : { populate: populateAlong(strapi, { uid: target, path: rest, select }) }),
    },
  };
};

/** Joins two populates that read different ends of the same way. */
const joinPopulates = (
  a: Record<string, Populate>,
  b: Record<string, Populate>,
): Record<string, Populate> => {
  const joined = { ...a };
  for (const [step, inner] of Object.entries(b)) {
    const own = joined[step];
    joined[step] = own
      ? {
          ...own,
          select: [...new Set([...(own.select ?? []), ...(inner.select ?? [])])],
          populate: joinPopulates(own.populate ?? {}, inner.populate ?? {}),
        }
      : inner;
  }
  return joined;
};

const populateOf = (
  strapi: Core.Strapi,
  { uid, territories, themes, amounts, levels }: ActivityMeasure,
  settings: ActivitySettings,
): Record<string, Populate> => {
  const ends = [
    ...territories.map((path) => ({ path, select: ['id'] })),
    ...themes.map((path) => ({ path, select: ['id', settings.themes?.code ?? 'id'] })),
    ...(amounts
      ? [{ path: [amounts.list], select: ['id', amounts.amount, amounts.currency] }]
      : []),
    ...(levels ? [{ path: [levels.list], select: ['id', levels.attribute] }] : []),
  ];
  return ends
    .map(({ path, select }) => populateAlong(strapi, { uid, path, select }))
    .reduce(joinPopulates, {});
};

const firstThatLeads = (row: Row, paths: readonly (readonly string[])[]) =>
  paths.map((path) => follow(row, path)).find((found) => found.length > 0) ?? [];

/** An entry as it is counted; null where it has none of what the measure is about. */
const entryOf = (
  row: Row,
  measure: ActivityMeasure,
  settings: ActivitySettings,
): ActivityEntry | null => {
  const { amounts, levels } = measure;
  const sums = amounts
    ? itemsOf(row[amounts.list]).flatMap((item) => {
        const amount = Number(item[amounts.amount] ?? Number.NaN);
        const currency = item[amounts.currency];
        return Number.isFinite(amount) && typeof currency === 'string'
          ? [{ amount, currency }]
          : [];
      })
    : [];
  const level = levels
    ? strongestOf(
        itemsOf(row[levels.list]).flatMap((item) => {
          const found = item[levels.attribute];
          return typeof found === 'string' ? [found] : [];
        }),
        levels.scale.map(({ code }) => code),
      )
    : null;
  if ((amounts && sums.length === 0) || (levels && level === null)) return null;
  const code = settings.themes?.code;
  return {
    measure: measure.code,
    places: firstThatLeads(row, measure.territories).flatMap(({ id }) =>
      typeof id === 'number' ? [id] : [],
    ),
    themes:
      code === undefined
        ? []
        : firstThatLeads(row, measure.themes).flatMap((theme) => {
            const found = theme[code];
            return typeof found === 'string' ? [found] : [];
          }),
    amounts: sums,
    level,
  };
};

/** Of several languages of an entry the row that it was first written in, else the first. */
const isBetter = (row: Row, known: Row | undefined, originalLocale: string | undefined): boolean =>
  known === undefined || (originalLocale !== undefined && row.locale === row[originalLocale]);

/**
 * The published entries that a measure counts, each once whatever its languages, read page by page
 * with what the settings name and nothing else.
 */
export const readEntries = async (
  strapi: Core.Strapi,
  measure: ActivityMeasure,
  settings: ActivitySettings,
): Promise<ActivityEntry[]> => {
  const { uid, where } = measure;
  const { attributes } = strapi.db.metadata.get(uid);
  const { originalLocale } = settings;
  const own = ['id', 'documentId', 'locale', originalLocale].filter(
    (name) => name !== undefined && name in attributes,
  );
  const populate = populateOf(strapi, measure, settings);
  const published = hasDrafts(strapi, uid) ? [PUBLISHED] : [];
  const documents = new Map<string, Row>();
  let after = 0;
  for (;;) {
    await nextTurn();
    const rows: Row[] = await strapi.db.query(uid).findMany({
      where: { $and: [where, ...published, { id: { $gt: after } }] },
      select: own,
      populate,
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    for (const row of rows) {
      if (isBetter(row, documents.get(row.documentId), originalLocale))
        documents.set(row.documentId, row);
    }
    const last = rows.at(-1)?.id ?? 0;
    if (rows.length === 0 || last <= after) break;
    after = last;
  }
  return [...documents.values()].flatMap((row) => entryOf(row, measure, settings) ?? []);
};
