import type { Json } from './attribute-schema';
import { readResponses } from './shared-schemas';

export const text: Json = { type: 'string' };
export const number: Json = { type: 'number' };
export const whole: Json = { type: 'integer' };
export const textOrNull: Json = { type: ['string', 'null'] };

export const record = (
  properties: Record<string, Json>,
  required = Object.keys(properties),
): Json => ({
  type: 'object',
  properties,
  required,
});
/** Values by codes that follow from the data. */
export const byCode = (values: Json): Json => ({ type: 'object', additionalProperties: values });
export const list = (items: Json): Json => ({ type: 'array', items });
export const orNull = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });

export const parameter = (name: string, schema: Json, description: string): Json => ({
  name,
  in: 'query',
  schema,
  description,
});

export const operation = ({
  id,
  tag,
  summary,
  parameters = [],
  schema,
  others = [],
}: {
  id: string;
  tag: string;
  summary: string;
  parameters?: Json[];
  schema: Json;
  others?: { status: number; response: string }[];
}): Json => ({
  get: {
    operationId: id,
    summary,
    tags: [tag],
    parameters,
    responses: readResponses({ schema, others }),
  },
});
