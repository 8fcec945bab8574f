import { isVisible } from './is-visible';
import { isRecord, type Model, targetOf, type Viewpoint } from './model';

type Row = Record<string, unknown>;

const NAMES = ['id', 'documentId', 'locale'];
const COMPONENT_NAME = '__component';
const NESTED = new Set(['relation', 'component', 'dynamiczone', 'media']);

const nameOf = (row: Row): Row =>
  Object.fromEntries(NAMES.filter((key) => key in row).map((key) => [key, row[key]]));

const tellRow = (row: Row, model: Model, viewpoint: Viewpoint): Row | undefined => {
  if (viewpoint.isPrivate(model.uid)) return undefined;
  if (!isVisible({ row, conditions: viewpoint.visibleWhere(model) })) return undefined;
  const told = Object.entries(row).flatMap(([key, value]) => {
    if (NAMES.includes(key) || key === COMPONENT_NAME) return [[key, value] as const];
    const attribute = model.attributes[key];
    if (!attribute || attribute.private === true || attribute.type === 'password') return [];
    if (!NESTED.has(attribute.type)) return [[key, value] as const];
    const one = (item: unknown): Row | undefined => {
      if (!isRecord(item)) return undefined;
      const given = attribute.type === 'dynamiczone' ? item[COMPONENT_NAME] : targetOf(attribute);
      const target = typeof given === 'string' ? viewpoint.getModel(given) : undefined;
      return target && tellRow(item, target, viewpoint);
    };
    const nested = Array.isArray(value) ? value.flatMap((item) => one(item) ?? []) : one(value);
    return [[key, nested ?? null] as const];
  });
  return Object.fromEntries(told);
};

/**
 * What may be told of an entry to whoever listens: the parts that the viewpoint sees, linked entries
 * and components included.
 * @returns the entry's names alone (id, documentId, locale) where it may not be seen
 */
export const tellEntry = ({
  entry,
  model,
  viewpoint,
}: {
  entry: Row;
  model: Model;
  viewpoint: Viewpoint;
}): Row => tellRow(entry, model, viewpoint) ?? nameOf(entry);
