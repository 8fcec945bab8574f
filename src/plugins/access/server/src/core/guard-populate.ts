import { checkQuery } from './check-query';
import { guardFilters } from './guard-filters';
import { type Attribute, isRecord, type Model, targetOf, type Viewpoint } from './model';
import { refusal } from './refusal';

type Tree = Record<string, unknown>;

const POPULATABLE = new Set(['relation', 'component', 'dynamiczone', 'media']);

const isOpen = (attribute: Attribute, viewpoint: Viewpoint): boolean => {
  if (!POPULATABLE.has(attribute.type) || attribute.private === true) return false;
  if (attribute.type !== 'relation') return true;
  return attribute.target !== undefined && !viewpoint.isPrivate(attribute.target);
};

/** Every form of a populate as a tree: `*`, `a,b.c`, `['a', 'b.c']`, `{ a: true }`. */
const toTree = (populate: unknown, model: Model, viewpoint: Viewpoint): Tree => {
  if (populate === '*' || populate === true) {
    return Object.fromEntries(
      Object.entries(model.attributes)
        .filter(([, attribute]) => isOpen(attribute, viewpoint))
        .map(([key]) => [key, true]),
    );
  }
  if (typeof populate === 'string' || Array.isArray(populate)) {
    const tree: Tree = {};
    const paths = [populate]
      .flat()
      .flatMap((part) => (typeof part === 'string' ? part.split(',') : []));
    for (const path of paths) {
      let level = tree;
      const keys = path.trim().split('.');
      for (const [index, key] of keys.entries()) {
        if (index === keys.length - 1) {
          level[key] ??= true;
          break;
        }
        const here = isRecord(level[key]) ? level[key] : {};
        const nested = isRecord(here.populate) ? here.populate : {};
        level[key] = { ...here, populate: nested };
        level = nested;
      }
    }
    return tree;
  }
  return isRecord(populate) ? populate : {};
};

const isOff = (value: unknown): boolean =>
  value === false || value === null || (typeof value === 'string' && /^(false|f|0)?$/i.test(value));

type Step = { viewpoint: Viewpoint; path: string };

const guardNested = (value: Tree, model: Model, { viewpoint, path }: Step): Tree => {
  checkQuery({ query: value, model, viewpoint, path: `populate.${path}.` });
  return {
    ...value,
    ...(value.filters === undefined
      ? {}
      : { filters: guardFilters({ filters: value.filters, model, viewpoint, path }) }),
    ...(value.populate === undefined
      ? {}
      : { populate: guardTree(value.populate, model, { viewpoint, path }) }),
  };
};

const guardZone = (value: unknown, attribute: Attribute, { viewpoint, path }: Step): unknown => {
  const parts = (value: unknown): Tree => (isRecord(value) ? value : { populate: {} });
  const everything = isRecord(value) && value.populate !== undefined;
  const given = isRecord(value) && isRecord(value.on) ? value.on : {};
  const components = everything ? (attribute.components ?? []) : Object.keys(given);
  if (components.length === 0) return true;
  const on = components.flatMap((uid) => {
    const model = viewpoint.getModel(uid);
    if (!model) return [];
    const asked = given[uid] ?? { populate: '*' };
    return [
      [uid, guardNested(parts(asked), model, { viewpoint, path: `${path}.${uid}` })] as const,
    ];
  });
  return { on: Object.fromEntries(on) };
};

const guardTree = (populate: unknown, model: Model, { viewpoint, path }: Step): Tree => {
  const entries = Object.entries(toTree(populate, model, viewpoint)).flatMap(([key, value]) => {
    if (isOff(value)) return [];
    const here = path === '' ? key : `${path}.${key}`;
    const attribute = model.attributes[key];
    if (!attribute || !POPULATABLE.has(attribute.type)) return [[key, value] as const];
    if (attribute.type === 'dynamiczone') {
      return [[key, guardZone(value, attribute, { viewpoint, path: here })] as const];
    }
    const uid = targetOf(attribute);
    const target = uid === undefined ? undefined : viewpoint.getModel(uid);
    if (!target || viewpoint.isPrivate(target.uid)) {
      throw refusal({ message: `${here} may not be populated.`, path: here });
    }
    const nested = isRecord(value) ? guardNested(value, target, { viewpoint, path: here }) : {};
    const conditions = viewpoint.visibleWhere(target);
    if (conditions.length === 0) {
      return [[key, Object.keys(nested).length > 0 ? nested : true] as const];
    }
    if (nested.count !== undefined && !isOff(nested.count)) {
      throw refusal({
        message: `${here} may not be counted: not every linked entry may be seen.`,
        path: here,
      });
    }
    const filters = [...(nested.filters === undefined ? [] : [nested.filters]), ...conditions];
    return [[key, { ...nested, filters: { $and: filters } }] as const];
  });
  return Object.fromEntries(entries);
};

/**
 * Rewrites a populate, in any of its forms, so that it brings only linked rows that the request
 * may see. Filters and sorts inside it are guarded as those of the request are.
 * @returns a populate in object form
 * @throws PolicyError where a private type, a polymorphic link or a count of hidden rows is asked
 */
export const guardPopulate = ({
  populate,
  model,
  viewpoint,
}: {
  populate: unknown;
  model: Model;
  viewpoint: Viewpoint;
}): Tree => guardTree(populate, model, { viewpoint, path: '' });
