import { badQuery } from './bad-query';

/**
 * Refuses lists of fields that Strapi accepts and its database layer fails on.
 * @throws ValidationError that names the parameter
 */
export const checkFields = ({ fields, path }: { fields: unknown; path: string }): void => {
  if (fields === undefined || fields === null) return;
  const isName = (field: unknown) => typeof field === 'string' && field !== '';
  if (![fields].flat().every(isName)) {
    throw badQuery({ message: `${path} takes names of attributes.`, path });
  }
};
