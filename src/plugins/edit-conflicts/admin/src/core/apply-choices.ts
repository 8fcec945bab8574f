import setIn from 'lodash/fp/set';
import type { Difference } from './find-differences';
import { keyOf } from './key-of';
import { type Attribute, type Fields, isFields, type Model, type Models } from './models';

export type Choice = 'mine' | 'theirs';

type Components = Record<string, Model>;

const withoutLinks = (value: unknown, attribute: Attribute, components: Components): unknown => {
  if (attribute.type !== 'component') return value;
  const attributes = components[attribute.component ?? '']?.attributes ?? {};
  const one = (item: unknown): unknown =>
    isFields(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([name]) => attributes[name]?.type !== 'relation')
            .map(([name, inner]) => {
              const known = attributes[name];
              return [name, known ? withoutLinks(inner, known, components) : inner];
            }),
        )
      : item;
  return Array.isArray(value) ? value.map(one) : one(value);
};

/** Gives an item of the form the id of the row that holds it now, or none where no row does. */
const onRow = (item: Fields, row: unknown, model: Model | undefined, components: Components) => {
  const { id: _, ...rest } = item;
  const known = isFields(row) ? row : {};
  const inner = Object.entries(rest).map(([name, value]): [string, unknown] => {
    const attribute = model?.attributes[name];
    return [name, attribute ? onRows(value, known[name], attribute, components) : value];
  });
  return { ...(known.id === undefined ? {} : { id: known.id }), ...Object.fromEntries(inner) };
};

const onRows = (
  value: unknown,
  stored: unknown,
  attribute: Attribute,
  components: Components,
): unknown => {
  if (attribute.type !== 'component') return value;
  const model = components[attribute.component ?? ''];
  if (!Array.isArray(value)) {
    return isFields(value) ? onRow(value, stored, model, components) : value;
  }
  const rows: unknown[] = Array.isArray(stored) ? stored : [];
  return value.map((item) => {
    if (!isFields(item)) return item;
    const key = keyOf(item);
    const row = rows.find(
      (one) => isFields(one) && (one.id === item.id || (key !== undefined && keyOf(one) === key)),
    );
    return onRow(item, row, model, components);
  });
};

/**
 * What is sent when an editor has chosen: the form's data, with the texts of somebody else where they
 * were chosen. A whole attribute that keeps their text is not sent at all. Items of components point
 * to the rows that exist now: publishing and discarding make new ones.
 * @param choices one for each difference, in their order
 */
export const applyChoices = ({
  models: { contentType, components },
  mine,
  theirs,
  differences,
  choices,
}: {
  models: Models;
  mine: Fields;
  theirs: Fields;
  differences: Difference[];
  choices: Choice[];
}): Fields => {
  const taken = differences.filter((_, index) => choices[index] === 'theirs');
  const whole = new Set(taken.filter(({ path }) => path.length === 1).map(({ path }) => path[0]));
  const kept = Object.fromEntries(
    Object.entries(mine)
      .filter(([name]) => !whole.has(name))
      .map(([name, value]): [string, unknown] => {
        const attribute = contentType.attributes[name];
        return [name, attribute ? onRows(value, theirs[name], attribute, components) : value];
      }),
  );
  return taken
    .filter(({ path }) => path.length > 1)
    .reduce<Fields>(
      (data, { path, theirs: value, attribute }) =>
        setIn(path, withoutLinks(value ?? null, attribute, components), data),
      kept,
    );
};
