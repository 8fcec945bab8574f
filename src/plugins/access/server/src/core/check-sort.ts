import { attributeOf } from './attribute-of';
import { badQuery } from './bad-query';
import { isRecord, type Model, targetOf, type Viewpoint } from './model';
import { sortPaths } from './sort-paths';

const DIRECTION = /^(asc|desc)$/i;

const isDirection = (value: unknown): boolean =>
  typeof value === 'string' ? DIRECTION.test(value) : isRecord(value) && isSort(value);

const isSort = (value: unknown): boolean => {
  if (typeof value === 'string') {
    return value.split(',').every((part) => {
      const [name = '', direction = 'asc', ...rest] = part.trim().split(':');
      return name !== '' && DIRECTION.test(direction) && rest.length === 0;
    });
  }
  return isRecord(value) && Object.values(value).every(isDirection);
};

/** Whether each name of a path is an attribute of what the name before it leads to. */
const exists = (path: string, model: Model, viewpoint: Viewpoint): boolean => {
  let current: Model | undefined = model;
  for (const key of path.split('.')) {
    const attribute: Model['attributes'][string] | undefined = current && attributeOf(current, key);
    if (!attribute) return false;
    const uid = targetOf(attribute);
    current = uid === undefined ? undefined : viewpoint.getModel(uid);
  }
  return true;
};

/**
 * Refuses sorts that Strapi accepts and its database layer fails on.
 * @param path where the sort stands: below `populate`, what is linked is sorted by its own
 *   attributes alone
 * @throws ValidationError that says what a sort looks like, or names what can't be sorted by
 */
export const checkSort = ({
  sort,
  model,
  viewpoint,
  path = 'sort',
}: {
  sort: unknown;
  model: Model;
  viewpoint: Viewpoint;
  path?: string;
}): void => {
  if (sort === undefined || sort === null) return;
  if (![sort].flat().every(isSort)) {
    throw badQuery({
      message: `${path} takes attribute:asc or attribute:desc, one or several.`,
      path,
    });
  }
  for (const sorted of sortPaths(sort)) {
    if (path !== 'sort' && sorted.includes('.')) {
      const message = `${path} takes attributes of the linked entries themselves, not ${sorted}.`;
      throw badQuery({ message, path });
    }
    if (!exists(sorted, model, viewpoint)) {
      throw badQuery({ message: `${path} names ${sorted}, which does not exist.`, path });
    }
  }
};
