import type { Core } from '@strapi/strapi';

/** The part of a Strapi attribute that rules read. */
export type Attribute = {
  type: string;
  required?: boolean;
  private?: boolean;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  regex?: string;
  enum?: string[];
  component?: string;
  repeatable?: boolean;
  multiple?: boolean;
  relation?: string;
  target?: string;
  targetField?: string;
  customField?: string;
  /** What a custom field says of itself. */
  options?: unknown;
  pluginOptions?: { i18n?: { localized?: boolean } };
};

export type Attributes = Record<string, Attribute>;

export type Schema = {
  uid: string;
  attributes: Attributes;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
};

/** Finds the attributes of a component, by its uid. */
export type ComponentLookup = (uid: string) => Attributes;

/** The schema of a content type or component. Throws when there is none of that uid. */
export const schemaOf = ({ strapi, uid }: { strapi: Core.Strapi; uid: string }): Schema => {
  const model: unknown = strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]);
  if (!model) throw new Error(`There is no content type or component ${uid}`);
  return model as Schema;
};

/** What Strapi adds to each type itself, and no rule looks at. */
const OWN_TO_STRAPI = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

/** The attributes that the schema file declares. */
export const declaredAttributes = (attributes: Attributes): [string, Attribute][] =>
  Object.entries(attributes).filter(([key]) => !OWN_TO_STRAPI.has(key));

export const isLocalized = (schema: Schema): boolean =>
  schema.pluginOptions?.i18n?.localized === true;

export const hasDraftAndPublish = (schema: Schema): boolean =>
  schema.options?.draftAndPublish === true;
