import type { FindModel, SeedModel } from './types';

type Row = Record<string, unknown>;

const TECHNICAL = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const documentIds = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((target: Row) => target.documentId)
    : (value as Row | null)?.documentId;

/**
 * What a row says, apart from everything that differs between two equal rows: ids and moments are
 * left out, as are empty values (a new attribute must not make old rows look changed); relations
 * are the documentIds of their targets; keys are sorted.
 */
export const normaliseRow = ({
  model,
  findModel,
  row,
}: {
  model: SeedModel;
  findModel: FindModel;
  row: Row;
}): Row => {
  const component = (uid: string, value: unknown): unknown => {
    const inner = findModel(uid);
    if (!inner || isEmpty(value)) return undefined;
    const one = (item: Row) => normaliseRow({ model: inner, findModel, row: item });
    return Array.isArray(value) ? value.map(one) : one(value as Row);
  };
  return Object.fromEntries(
    Object.keys(model.attributes)
      .filter((name) => !TECHNICAL.has(name) && name !== 'localizations')
      .sort()
      .map((name): [string, unknown] => {
        const attribute = model.attributes[name];
        const value = row[name];
        if (attribute?.type === 'relation') return [name, documentIds(value)];
        if (attribute?.type === 'component') {
          return [name, component(attribute.component ?? '', value)];
        }
        return [name, value];
      })
      .filter(([, value]) => !isEmpty(value)),
  );
};
