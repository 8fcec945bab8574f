import { checkFields } from './check-fields';
import { checkFilters } from './check-filters';
import { checkSort } from './check-sort';
import { guardSort } from './guard-sort';
import type { Model, Viewpoint } from './model';

/**
 * Refuses what a query may not ask of a type's entries, itself or in a populate, before anything
 * reads them.
 * @param path of the populate that holds the query, with a dot at its end
 * @throws ValidationError where Strapi's database layer would fail; PolicyError where the order would
 *   tell of what the request may not see
 */
export const checkQuery = ({
  query: { sort, fields, filters },
  model,
  viewpoint,
  path = '',
}: {
  query: Readonly<Record<string, unknown>>;
  model: Model;
  viewpoint: Viewpoint;
  path?: string;
}): void => {
  checkSort({ sort, model, viewpoint, path: `${path}sort` });
  checkFields({ fields, model, path: `${path}fields` });
  guardSort({ sort, model, viewpoint });
  if (filters !== undefined && filters !== null) {
    checkFilters({ filters, model, viewpoint, path: `${path}filters` });
  }
};
