import type { Core } from '@strapi/strapi';

/** The tables behind an attribute, read from Strapi's database metadata. */
export type JoinTable = {
  name: string;
  source: string;
  target: string;
  order: string | undefined;
};

type RawAttribute = {
  columnName?: string;
  type: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    orderColumnName?: string;
    morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
  };
};

const FILE = 'plugin::upload.file';

const rawAttribute = (strapi: Core.Strapi, uid: string, attribute: string): RawAttribute => {
  const found = strapi.db.metadata.get(uid).attributes[attribute];
  if (!found) throw new Error(`shared-fields: ${uid} has no attribute "${attribute}"`);
  return found as unknown as RawAttribute;
};

export const tableName = (strapi: Core.Strapi, uid: string): string =>
  strapi.db.metadata.get(uid).tableName;

/** The join table of a relation or a component attribute. */
export const joinTable = (strapi: Core.Strapi, uid: string, attribute: string): JoinTable => {
  const found = rawAttribute(strapi, uid, attribute).joinTable;
  if (!found?.inverseJoinColumn) {
    throw new Error(`shared-fields: ${uid}.${attribute} has no join table`);
  }
  return {
    name: found.name,
    source: found.joinColumn.name,
    target: found.inverseJoinColumn.name,
    order: found.orderColumnName,
  };
};

/** The table that ties media to whatever shows them. */
export const mediaTable = (strapi: Core.Strapi) => {
  const found = rawAttribute(strapi, FILE, 'related').joinTable;
  if (!found?.morphColumn) throw new Error('shared-fields: media have no join table');
  return {
    name: found.name,
    file: found.joinColumn.name,
    owner: found.morphColumn.idColumn.name,
    ownerType: found.morphColumn.typeColumn.name,
  };
};

/** Names that Strapi's transformation of components into tables uses for all of them. */
export const COMPONENT_TYPE = 'component_type';
export const FIELD = 'field';
export const ORDER = 'order';

/** The column of a scalar attribute. */
export const columnName = (strapi: Core.Strapi, uid: string, attribute: string): string => {
  const { columnName: column } = rawAttribute(strapi, uid, attribute);
  return column ?? attribute;
};
