import { badQuery } from './bad-query';
import { isRecord } from './model';

const DIRECTION = /^(asc|desc)$/i;

/**
 * Refuses sorts that Strapi accepts and its database layer fails on.
 * @throws ValidationError that says what a sort looks like
 */
export const checkSort = ({ sort, path = 'sort' }: { sort: unknown; path?: string }): void => {
  const isSort = (value: unknown): boolean => {
    if (typeof value === 'string') {
      return value.split(',').every((part) => {
        const [name = '', direction = 'asc', ...rest] = part.trim().split(':');
        return name !== '' && DIRECTION.test(direction) && rest.length === 0;
      });
    }
    return isRecord(value) && Object.values(value).every(isDirection);
  };
  const isDirection = (value: unknown): boolean =>
    typeof value === 'string' ? DIRECTION.test(value) : isRecord(value) && isSort(value);

  if (sort === undefined || sort === null) return;
  if (![sort].flat().every(isSort)) {
    throw badQuery({
      message: `${path} takes attribute:asc or attribute:desc, one or several.`,
      path,
    });
  }
};
