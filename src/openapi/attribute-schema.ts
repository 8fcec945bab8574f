import type { Attribute } from '../rules/schema';
import { isStringList } from '../string-lists/attribute';

export type Json = Record<string, unknown>;

/** As much of a content type or component as its schema needs. */
export type Model = {
  uid: string;
  attributes: Record<string, Attribute & { private?: boolean; customField?: string }>;
};

/** The name of a documented type or component in the document; undefined for one that is not in it. */
export type NameOf = (uid: string) => string | undefined;

export const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const list = (items: Json): Json => ({ type: 'array', items });

const orNull = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });

const PLAIN: Record<string, Json> = {
  string: { type: 'string' },
  text: { type: 'string' },
  richtext: { type: 'string', description: 'Markdown' },
  email: { type: 'string', format: 'email' },
  uid: { type: 'string' },
  integer: { type: 'integer' },
  biginteger: { type: 'string', pattern: '^-?\\d+$' },
  float: { type: 'number' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  time: { type: 'string' },
};

const plain = (attribute: Attribute): Json => {
  if (attribute.type === 'enumeration') {
    return { type: ['string', 'null'], enum: [...(attribute.enum ?? []), null] };
  }
  const schema = PLAIN[attribute.type];
  // Whatever JSON an attribute holds.
  return schema ? { ...schema, type: [schema.type, 'null'] } : {};
};

const attributeSchema = (
  attribute: Model['attributes'][string],
  nameOf: NameOf,
): Json | undefined => {
  if (isStringList(attribute)) return orNull(list({ type: 'string' }));
  if (attribute.type === 'component') {
    const name = nameOf(attribute.component ?? '');
    if (name === undefined) return undefined;
    return attribute.repeatable ? list(reference(name)) : orNull(reference(name));
  }
  if (attribute.type === 'media') {
    return attribute.multiple ? orNull(list(reference('File'))) : orNull(reference('File'));
  }
  if (attribute.type === 'relation') {
    const name = attribute.target === undefined ? undefined : nameOf(attribute.target);
    if (name === undefined) return undefined;
    return attribute.relation?.endsWith('Many') ? list(reference(name)) : orNull(reference(name));
  }
  return plain(attribute);
};

const HIDDEN = new Set(['password', 'dynamiczone']);

/**
 * The JSON Schema of what REST answers of a type or component. Nothing but its ids is always there:
 * `fields` and `populate` decide. What is private, and links to types without a route, are not in it.
 */
export const modelSchema = ({
  model,
  nameOf,
  isEntry,
  computed = {},
}: {
  model: Model;
  nameOf: NameOf;
  /** Whether it is an entry with a documentId, not a component. */
  isEntry: boolean;
  /** What its own routes answer beside its attributes. */
  computed?: Record<string, Json> | undefined;
}): Json => {
  const properties = Object.entries(model.attributes).flatMap(
    ([name, attribute]): [string, Json][] => {
      if (attribute.private === true || HIDDEN.has(attribute.type)) return [];
      const schema = attributeSchema(attribute, nameOf);
      return schema ? [[name, schema]] : [];
    },
  );
  return {
    type: 'object',
    properties: {
      id: { type: 'integer', description: 'Changes at each publication: keep the documentId' },
      ...(isEntry ? { documentId: { type: 'string' } } : {}),
      ...Object.fromEntries(properties),
      ...computed,
    },
    required: isEntry ? ['id', 'documentId'] : ['id'],
  };
};
