import { type Model, targetOf, type Viewpoint } from './model';
import { refusal } from './refusal';
import { sortPaths } from './sort-paths';

/**
 * Refuses to sort by what the request may not see: the order would tell it.
 * @throws PolicyError that names the path
 */
export const guardSort = ({
  sort,
  model,
  viewpoint,
}: {
  sort: unknown;
  model: Model;
  viewpoint: Viewpoint;
}): void => {
  for (const path of sortPaths(sort)) {
    let current: Model | undefined = model;
    for (const key of path.split('.')) {
      const attribute: Model['attributes'][string] | undefined = current?.attributes[key];
      if (!attribute || !current) break;
      const uid = targetOf(attribute);
      if (uid === undefined) {
        if (attribute.private === true || attribute.type === 'relation') {
          throw refusal({ message: `Entries may not be sorted by ${path}.`, path: 'sort' });
        }
        break;
      }
      current = viewpoint.getModel(uid);
      if (current && (viewpoint.isPrivate(uid) || viewpoint.visibleWhere(current).length > 0)) {
        throw refusal({
          message: `Entries may not be sorted by ${path}: not every linked entry may be seen.`,
          path: 'sort',
        });
      }
    }
  }
};
