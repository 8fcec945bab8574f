import type { Core } from '@strapi/strapi';

/** One step from a row to the rows it links, as the tables lie. */
export type Hop = {
  target: string;
  targetTable: string;
  link:
    | {
        kind: 'table';
        table: string;
        from: string;
        to: string;
        where: Readonly<Record<string, string>>;
      }
    | { kind: 'column'; column: string };
};

type Meta = ReturnType<Core.Strapi['db']['metadata']['get']>;
type JoinTable = {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn?: { name: string };
  morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
  on?: Record<string, unknown>;
};
type Relation = {
  type: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinTable?: JoinTable;
  joinColumn?: { name: string };
};

const textValues = (values: Record<string, unknown> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, String(value)]));

const hopOf = ({
  strapi,
  meta,
  attribute,
}: {
  strapi: Core.Strapi;
  meta: Meta;
  attribute: string;
}): Hop => {
  const relation = meta.attributes[attribute] as Relation | undefined;
  const unsupported = () =>
    new Error(
      `search: ${meta.uid}.${attribute} is no relation that changes can be followed through`,
    );
  if (!relation?.target) throw unsupported();
  const targetMeta = strapi.db.metadata.get(relation.target);
  const common = { target: relation.target, targetTable: targetMeta.tableName };
  if (relation.morphBy) {
    const owner = targetMeta.attributes[relation.morphBy] as Relation | undefined;
    const table = owner?.joinTable;
    if (!table?.morphColumn) throw unsupported();
    return {
      ...common,
      link: {
        kind: 'table',
        table: table.name,
        from: table.morphColumn.idColumn.name,
        to: table.joinColumn.name,
        where: { [table.morphColumn.typeColumn.name]: meta.uid, field: attribute },
      },
    };
  }
  if (relation.joinTable?.inverseJoinColumn) {
    return {
      ...common,
      link: {
        kind: 'table',
        table: relation.joinTable.name,
        from: relation.joinTable.joinColumn.name,
        to: relation.joinTable.inverseJoinColumn.name,
        where: textValues(relation.joinTable.on),
      },
    };
  }
  if (relation.joinColumn) {
    return { ...common, link: { kind: 'column', column: relation.joinColumn.name } };
  }
  throw unsupported();
};

/**
 * The tables that lead from a type along a chain of relations.
 * @throws Error that names a relation whose changes can't be followed
 */
export const relationHops = ({
  strapi,
  uid,
  path,
}: {
  strapi: Core.Strapi;
  uid: string;
  path: readonly string[];
}): Hop[] => {
  const hops: Hop[] = [];
  let meta = strapi.db.metadata.get(uid);
  for (const attribute of path) {
    const hop = hopOf({ strapi, meta, attribute });
    hops.push(hop);
    meta = strapi.db.metadata.get(hop.target);
  }
  return hops;
};
