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
  /** Attributes of the target by which the same link is written from there. */
  mirrors: readonly string[];
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
  mappedBy?: string;
  joinTable?: JoinTable;
  joinColumn?: { name: string };
};

const mirrorsIn = (meta: Meta, isMirror: (relation: Relation) => boolean): string[] =>
  Object.entries(meta.attributes).flatMap(([name, attribute]) =>
    isMirror(attribute as Relation) ? [name] : [],
  );

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
  /** A relation of a type to itself is in its own table from both ends: the column tells which. */
  const inTable = (table: string, to: string) =>
    mirrorsIn(
      targetMeta,
      ({ joinTable }) => joinTable?.name === table && joinTable.joinColumn.name === to,
    );
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
      mirrors: inTable(table.name, table.joinColumn.name),
    };
  }
  if (relation.joinTable?.inverseJoinColumn) {
    const to = relation.joinTable.inverseJoinColumn.name;
    return {
      ...common,
      link: {
        kind: 'table',
        table: relation.joinTable.name,
        from: relation.joinTable.joinColumn.name,
        to,
        where: textValues(relation.joinTable.on),
      },
      mirrors: inTable(relation.joinTable.name, to),
    };
  }
  if (relation.joinColumn) {
    return {
      ...common,
      link: { kind: 'column', column: relation.joinColumn.name },
      mirrors: mirrorsIn(
        targetMeta,
        ({ target, mappedBy }) => target === meta.uid && mappedBy === attribute,
      ),
    };
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
