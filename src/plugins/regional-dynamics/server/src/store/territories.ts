import type { Core } from '@strapi/strapi';
import { parseSettings } from '../config';
import { PLUGIN } from '../constants';

export type Territories = {
  /** Whether a territory has this code at present. */
  isKnown: (unit: string) => boolean;
  /** The name of a unit in a locale; its code where there is none. */
  nameOf: (unit: string, locale: string) => string;
  /** Where a unit is, in degrees; null where that is not known. */
  placeOf: (unit: string) => { latitude: number; longitude: number } | null;
  /**
   * The present code of a unit that may be given by a former one. A former code that several
   * units claim (a region that was split) stays as it is: a break is not bridged.
   */
  resolve: (code: string) => string;
  /** Codes of all units that have a name. */
  codes: () => string[];
};

const CODE = /^[A-Z]{2}[A-Z0-9]{0,3}/;

/** Former codes may be listed as texts ("GR43 (up to NUTS 2010)") or as objects with a `code`. */
const aliasesIn = (history: unknown): string[] => {
  if (!Array.isArray(history)) return [];
  return history.flatMap((item: unknown) => {
    const text = typeof item === 'object' && item !== null && 'code' in item ? item.code : item;
    const code = typeof text === 'string' ? CODE.exec(text)?.[0] : undefined;
    return code === undefined ? [] : [code];
  });
};

const column = (locale: string) =>
  `name${locale.slice(0, 1).toUpperCase()}${locale.slice(1, 2).toLowerCase()}`;

/** Names and former codes of the units, read from the content type the settings name. */
export const readTerritories = async (strapi: Core.Strapi): Promise<Territories> => {
  const { territories, recodes } = parseSettings(strapi.config.get(`plugin::${PLUGIN}`));
  const names = new Map<string, Record<string, unknown>>();
  const present = new Map<string, string>(Object.entries(recodes));
  const ambiguous = new Set<string>();
  const schema =
    territories && strapi.db.metadata.has(territories.uid)
      ? strapi.db.metadata.get(territories.uid)
      : undefined;
  if (territories && schema) {
    const { code, aliases, coordinates } = territories;
    const wanted = Object.keys(schema.attributes).filter(
      (name) =>
        name === code ||
        name === aliases ||
        name === coordinates?.latitude ||
        name === coordinates?.longitude ||
        /^name([A-Z][a-z])?$/.test(name),
    );
    const rows: Record<string, unknown>[] = await strapi.db.query(territories.uid).findMany({
      where: { [code]: { $notNull: true } },
      select: wanted,
    });
    for (const row of rows) {
      const unit = row[code];
      if (typeof unit !== 'string') continue;
      names.set(unit, row);
      for (const former of aliases ? aliasesIn(row[aliases]) : []) {
        if ((present.get(former) ?? unit) !== unit) ambiguous.add(former);
        present.set(former, unit);
      }
    }
  }
  return {
    isKnown: (unit) => names.has(unit),
    nameOf: (unit, locale) => {
      const row = names.get(unit);
      const order = [column(locale), 'nameFr', 'nameEn', 'name'];
      const found = order
        .map((name) => row?.[name])
        .find((name) => typeof name === 'string' && name);
      return typeof found === 'string' ? found : unit;
    },
    placeOf: (unit) => {
      const { latitude = '', longitude = '' } = territories?.coordinates ?? {};
      const [north, east] = [names.get(unit)?.[latitude], names.get(unit)?.[longitude]];
      return typeof north === 'number' && typeof east === 'number'
        ? { latitude: north, longitude: east }
        : null;
    },
    codes: () => [...names.keys()],
    resolve: (code) =>
      names.has(code) || ambiguous.has(code) ? code : (present.get(code) ?? code),
  };
};
