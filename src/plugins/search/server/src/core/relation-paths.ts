import type { Populate, SearchType } from '../../../shared/contracts';

const pathsIn = (populate: Readonly<Record<string, Populate>> | undefined): string[][] =>
  Object.entries(populate ?? {}).flatMap(([attribute, nested]) => [
    [attribute],
    ...pathsIn(nested.populate).map((path) => [attribute, ...path]),
  ]);

/** Every chain of relations that a declaration shows, e.g. `[['themes'], ['themes', 'broader']]`. */
export const relationPaths = (type: SearchType): string[][] => pathsIn(type.populate);
