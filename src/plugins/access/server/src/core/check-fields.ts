import { attributeOf } from './attribute-of';
import { badQuery } from './bad-query';
import type { Model } from './model';

/**
 * Refuses lists of fields that Strapi accepts and its database layer fails on.
 * @throws ValidationError that names the parameter
 */
export const checkFields = ({
  fields,
  model,
  path,
}: {
  fields: unknown;
  model: Model;
  path: string;
}): void => {
  if (fields === undefined || fields === null) return;
  for (const field of [fields].flat()) {
    if (typeof field !== 'string' || field === '') {
      throw badQuery({ message: `${path} takes names of attributes.`, path });
    }
    const unknown = field
      .split(',')
      .map((name) => name.trim())
      .find((name) => name !== '' && name !== '*' && !attributeOf(model, name));
    if (unknown !== undefined) {
      throw badQuery({ message: `${path} names ${unknown}, no attribute of ${model.uid}.`, path });
    }
  }
};
