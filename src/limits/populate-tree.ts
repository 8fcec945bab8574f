import { isRecord } from '../rules/readers';

/** What a populate names, level by level, whatever form it was sent in. */
export type PopulateTree = { [name: string]: PopulateTree };

const mergeInto = (tree: PopulateTree, more: PopulateTree): PopulateTree => {
  for (const [name, inner] of Object.entries(more)) {
    tree[name] = mergeInto(tree[name] ?? {}, inner);
  }
  return tree;
};

const ofPath = (path: string): PopulateTree =>
  path
    .split('.')
    .map((name) => name.trim())
    .reduceRight<PopulateTree>((inner, name) => ({ [name]: inner }), {});

const ofText = (text: string): PopulateTree =>
  text
    .split(',')
    .filter((path) => path.trim() !== '')
    .reduce<PopulateTree>((tree, path) => mergeInto(tree, ofPath(path)), {});

/** `populate`, and what `on` names of the parts of a dynamic zone. */
const ofOptions = (options: Record<string, unknown>): PopulateTree =>
  [options.populate, options.on].reduce<PopulateTree>(
    (tree, nested) => mergeInto(tree, populateTree(nested)),
    {},
  );

/** Reads `*`, `a,b.c`, `['a', 'b.c']` and `{ a: { populate: 'b' } }` alike. */
export const populateTree = (populate: unknown): PopulateTree => {
  if (typeof populate === 'string') return ofText(populate);
  if (Array.isArray(populate)) {
    return populate.reduce<PopulateTree>((tree, part) => mergeInto(tree, populateTree(part)), {});
  }
  if (!isRecord(populate)) return {};
  return Object.entries(populate).reduce<PopulateTree>((tree, [name, value]) => {
    // `populate[0]=a` reaches us as an object where there are many.
    if (/^\d+$/.test(name)) return mergeInto(tree, populateTree(value));
    return mergeInto(tree, { [name]: isRecord(value) ? ofOptions(value) : {} });
  }, {});
};
