import { isRecord } from './model';

/** The dotted paths that a sort names, in whatever form it was sent, without their directions. */
export const sortPaths = (sort: unknown): string[] => {
  if (typeof sort === 'string') {
    return sort.split(',').map((part) => part.trim().split(':')[0] ?? '');
  }
  if (Array.isArray(sort)) return sort.flatMap(sortPaths);
  if (!isRecord(sort)) return [];
  return Object.entries(sort).flatMap(([key, value]) =>
    isRecord(value) || Array.isArray(value)
      ? sortPaths(value).map((path) => `${key}.${path}`)
      : [key],
  );
};
