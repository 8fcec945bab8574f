import isEqual from 'lodash/isEqual';
import { comparable } from './comparable';
import { keyOf } from './key-of';
import { type Attribute, type Fields, isFields, type Model, type Models } from './models';

/** A step into a value: the name of an attribute, or the place in a list. */
type Step = string | number;

/** A text that somebody else has changed, and that is another one in the form. */
export type Difference = {
  path: Step[];
  /** The attributes on the way with the uid of their model, and the place in a list, from 1. */
  names: { uid: string; name: string; item?: number }[];
  attribute: Attribute;
  mine: unknown;
  theirs: unknown;
  /** Whether the form has changed it, too, since it was opened. */
  both: boolean;
};

/** One value in three versions: as the form was opened, as it sends it, as it is stored now. */
type Three<T> = { base: T; mine: T; theirs: T };
type Place = Pick<Difference, 'path' | 'names'>;

const each = <T, U>({ base, mine, theirs }: Three<T>, read: (value: T) => U): Three<U> => ({
  base: read(base),
  mine: read(mine),
  theirs: read(theirs),
});

const asFields = ({ base, mine, theirs }: Three<unknown>): Three<Fields> | undefined =>
  isFields(base) && isFields(mine) && isFields(theirs) ? { base, mine, theirs } : undefined;

/** The items of three lists side by side, when all have the same ones in the same order. */
const asItems = (lists: Three<unknown>): Three<Fields>[] | undefined => {
  const { base, mine, theirs } = each(lists, (list) =>
    Array.isArray(list) && list.every(isFields) ? list : [],
  );
  const keys = mine.map(keyOf);
  const known = !keys.includes(undefined) && new Set(keys).size === keys.length;
  if (!known || !isEqual(base.map(keyOf), keys) || !isEqual(theirs.map(keyOf), keys)) {
    return undefined;
  }
  return mine.map((item, index) => ({
    base: base[index] ?? {},
    mine: item,
    theirs: theirs[index] ?? {},
  }));
};

const compareValue = (
  components: Models['components'],
  attribute: Attribute,
  versions: Three<unknown>,
  { path, names }: Place,
): Difference[] => {
  const { base, mine, theirs } = each(versions, (value) =>
    comparable({ value, attribute, components }),
  );
  if (isEqual(theirs, base) || isEqual(theirs, mine)) return [];
  const model = attribute.type === 'component' ? components[attribute.component ?? ''] : undefined;
  const single = asFields(versions);
  if (model && single) return compareFields(components, model, single, { path, names });
  const items = model && asItems(versions);
  if (model && items) {
    return items.flatMap((item, index) =>
      compareFields(components, model, item, {
        path: [...path, index],
        names: names.map((one, at) =>
          at === names.length - 1 ? { ...one, item: index + 1 } : one,
        ),
      }),
    );
  }
  const both = !isEqual(mine, base);
  return [{ path, names, attribute, mine: versions.mine, theirs: versions.theirs, both }];
};

const compareFields = (
  components: Models['components'],
  model: Model,
  versions: Three<Fields>,
  { path, names }: Place,
): Difference[] =>
  Object.entries(model.attributes)
    .filter(([name, { type }]) => type !== 'relation' && name !== 'id' && name in versions.mine)
    .flatMap(([name, attribute]) =>
      compareValue(
        components,
        attribute,
        each(versions, (fields) => fields[name]),
        { path: [...path, name], names: [...names, { uid: model.uid, name }] },
      ),
    );

/**
 * Finds what somebody else has changed since the form was opened and what is otherwise in the form.
 * A component is compared field by field, a list of them item by item as long as all three have the
 * same items; a list that gained, lost or moved items is one text.
 * @param fields names of the attributes that count
 * @param base what the form was opened with
 * @param mine what the form sends; an attribute that it does not send is left out
 * @param theirs what is stored now
 */
export const findDifferences = ({
  models: { contentType, components },
  fields,
  ...versions
}: { models: Models; fields: string[] } & Three<Fields>): Difference[] =>
  compareFields(components, contentType, versions, { path: [], names: [] }).filter(
    ({ path: [name] }) => fields.includes(String(name)),
  );
