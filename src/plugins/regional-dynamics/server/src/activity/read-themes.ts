import type { Core } from '@strapi/strapi';
import type { ActivitySettings } from '../config';

export type Theme = { code: string; broader: string | null; row: Record<string, unknown> };

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The themes that content is counted by, by their codes. */
export const readThemes = async (
  strapi: Core.Strapi,
  themes: ActivitySettings['themes'],
): Promise<Map<string, Theme>> => {
  if (!themes) return new Map();
  const { uid, code, broader } = themes;
  const { attributes } = strapi.db.metadata.get(uid);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: [
      'id',
      code,
      ...Object.keys(attributes).filter((name) => /^name([A-Z][a-z])?$/.test(name)),
    ],
    ...(broader === undefined ? {} : { populate: { [broader]: { select: ['id', code] } } }),
  });
  return new Map(
    rows.flatMap((row): [string, Theme][] => {
      const own = textOf(row[code]);
      const above = broader === undefined ? undefined : row[broader];
      const up = typeof above === 'object' && above !== null ? Reflect.get(above, code) : null;
      return own === null ? [] : [[own, { code: own, broader: textOf(up), row }]];
    }),
  );
};
