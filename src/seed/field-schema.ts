import { z } from 'zod';
import type { FindModel, SeedAttribute, SeedModel } from './types';

const REFERENCE = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9._-]*$/, 'must be the reference of an entry, like ORG-REGION-BRETAGNE');

const SLUG = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug, like ile-de-france');

/** Attributes that nobody writes into a seed file: Strapi or the server fills them. */
const SERVER_MADE = new Set([
  'id',
  'documentId',
  'reference',
  'originalLocale',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

export const isToMany = (attribute: SeedAttribute): boolean =>
  attribute.relation?.endsWith('ToMany') ?? false;

const text = ({ minLength, maxLength, regex }: SeedAttribute): z.ZodType => {
  let schema = z.string().refine((value) => value === value.normalize('NFC'), 'must be in NFC');
  if (minLength !== undefined) schema = schema.min(minLength);
  if (maxLength !== undefined) schema = schema.max(maxLength);
  if (regex !== undefined) schema = schema.regex(new RegExp(regex));
  return schema;
};

const number = ({ min, max }: SeedAttribute, integer: boolean): z.ZodType => {
  let schema = integer ? z.int() : z.number();
  if (min !== undefined) schema = schema.min(min);
  if (max !== undefined) schema = schema.max(max);
  return schema;
};

const valueSchema = (attribute: SeedAttribute, findModel: FindModel): z.ZodType => {
  switch (attribute.type) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
      return text(attribute);
    case 'integer':
      return number(attribute, true);
    case 'decimal':
    case 'float':
      return number(attribute, false);
    case 'uid':
      return SLUG;
    case 'boolean':
      return z.boolean();
    case 'enumeration':
      return z.enum(attribute.enum ?? []);
    case 'date':
      return z.iso.date();
    case 'datetime':
      return z.iso.datetime();
    case 'json':
    case 'customField':
      return z.json();
    case 'relation':
      return isToMany(attribute) ? z.array(REFERENCE) : REFERENCE;
    case 'component': {
      const component = findModel(attribute.component ?? '');
      if (!component) throw new Error(`There is no component ${attribute.component}`);
      const item = fieldSchema({ model: component, findModel, keep: () => true });
      return attribute.repeatable ? z.array(item) : item;
    }
    default:
      return z.never(`a seed file cannot fill a field of type ${attribute.type}`);
  }
};

/**
 * The zod schema of a group of fields of a content type or component. Unknown fields are refused;
 * none is required here, since completeness is asked by the rules and at publication.
 * @param keep which attributes belong to the group
 */
export const fieldSchema = ({
  model,
  findModel,
  keep,
}: {
  model: SeedModel;
  findModel: FindModel;
  keep: (attribute: SeedAttribute) => boolean;
}): z.ZodType<Record<string, unknown>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(model.attributes)
        .filter(([name, attribute]) => !SERVER_MADE.has(name) && keep(attribute))
        .map(([name, attribute]) => [name, valueSchema(attribute, findModel).optional()]),
    ),
  ) as z.ZodType<Record<string, unknown>>;

/** Of a localized type: does each locale say its own value? Relations are always shared. */
export const isLocalizedAttribute = (attribute: SeedAttribute): boolean =>
  attribute.type !== 'relation' && attribute.pluginOptions?.i18n?.localized === true;
