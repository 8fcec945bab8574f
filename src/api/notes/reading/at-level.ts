import { isRecord } from '../../../rules/readers';
import { LEVELS, type Level } from './levels';

type Query = Record<string, unknown>;

/** Attributes that are read by `fields`, not by `populate`. */
const PLAIN = ['mainText'];

const isPlain = (attribute: string) => PLAIN.includes(attribute);

const fieldsOf = (query: Query): string[] =>
  [query.fields]
    .flat()
    .flatMap((field) =>
      typeof field === 'string' ? field.split(',').map((name) => name.trim()) : [],
    );

const populateOf = ({ populate }: Query): Query => {
  if (isRecord(populate)) return populate;
  const names = [populate]
    .flat()
    .flatMap((name) => (typeof name === 'string' ? name.split(',') : []));
  return Object.fromEntries(names.map((name) => [name.trim(), true]));
};

/** A query for notes that brings all that the level reads, beside what else it asks for. */
export const queryAtLevel = ({ query, level }: { query: Query; level: Level }): Query => {
  const wanted: readonly string[] = LEVELS[level];
  const fields = fieldsOf(query);
  const narrowed = fields.length > 0 && !fields.includes('*');
  const populate = populateOf(query);
  return {
    ...query,
    ...(narrowed
      ? { fields: [...new Set([...fields, 'reading', ...wanted.filter(isPlain)])] }
      : {}),
    ...('*' in populate
      ? { populate: '*' }
      : {
          populate: {
            ...populate,
            ...Object.fromEntries(
              wanted.filter((one) => !isPlain(one)).map((one) => [one, populate[one] ?? true]),
            ),
          },
        }),
  };
};

/** A note without what other levels read. */
export const noteAtLevel = ({ note, level }: { note: Query; level: Level }): Query => {
  const wanted: readonly string[] = LEVELS[level];
  const others: readonly string[] = LEVELS.full.filter((one) => !wanted.includes(one));
  return Object.fromEntries(Object.entries(note).filter(([key]) => !others.includes(key)));
};
