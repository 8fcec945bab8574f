import { badQuery } from './bad-query';
import { checkQuery } from './check-query';
import type { Viewpoint } from './model';

/**
 * Refuses what a route may not be asked that reads without the Document Service, as those of other
 * plugins do.
 * @param uid of the type whose entries it answers; null where it takes neither filters nor a sort
 * @throws ValidationError, PolicyError that name the parameter
 */
export const checkOtherRead = ({
  query,
  uid,
  viewpoint,
}: {
  query: Readonly<Record<string, unknown>>;
  uid: string | null;
  viewpoint: Viewpoint;
}): void => {
  const model = uid === null ? undefined : viewpoint.getModel(uid);
  if (model) {
    checkQuery({ query, model, viewpoint });
    return;
  }
  for (const path of ['filters', 'sort']) {
    if (query[path] !== undefined) throw badQuery({ message: `${path} is not taken here.`, path });
  }
};
