import { LIMITS } from '../limits/query-problems';
import { type Json, reference } from './attribute-schema';

const integer = (description: string): Json => ({ type: 'integer', description });

export const PAGINATION: Json = {
  type: 'object',
  properties: {
    page: integer('From 1'),
    pageSize: integer('Entries on a page'),
    pageCount: integer('Left out with withCount=false'),
    total: integer('Left out with withCount=false'),
  },
  required: ['page', 'pageSize'],
};

const ERROR: Json = {
  type: 'object',
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      properties: {
        status: integer('As in the status line'),
        name: { type: 'string', examples: ['ValidationError', 'NotFoundError', 'PolicyError'] },
        message: { type: 'string', description: 'A sentence that names what is wrong' },
        details: { type: 'object', description: 'errors: one { path, message, name } for each' },
      },
      required: ['status', 'name', 'message'],
    },
  },
  required: ['data', 'error'],
};

export const SHARED_SCHEMAS: Record<string, Json> = { Pagination: PAGINATION, Error: ERROR };

const failure = (description: string, headers: Json = {}): Json => ({
  description,
  ...(Object.keys(headers).length > 0 ? { headers } : {}),
  content: { 'application/json': { schema: reference('Error') } },
});

export const SHARED_RESPONSES: Record<string, Json> = {
  NotModified: { description: 'The answer is the one that If-None-Match names' },
  BadRequest: failure('A parameter is unknown, wrong or beyond its limit; the message names it'),
  Unauthorized: failure('The token or the session is not valid'),
  Forbidden: failure('The caller may not ask this; the message says what it needs'),
  NotFound: failure('There is nothing here that the caller may see'),
  TooMany: failure('Too many requests from this address', {
    'Retry-After': { schema: { type: 'integer' }, description: 'Seconds' },
  }),
  Unavailable: failure('Search is not available at the moment', {
    'Retry-After': { schema: { type: 'integer' }, description: 'Seconds' },
  }),
};

/** The successful answer and those that every read may give instead. */
export const readResponses = ({
  schema,
  others = [],
}: {
  schema: Json;
  others?: readonly { status: number; response: string }[];
}): Json => ({
  200: {
    description: 'What was asked',
    headers: {
      ETag: { schema: { type: 'string' }, description: 'Send it back as If-None-Match' },
      'Cache-Control': { schema: { type: 'string' } },
    },
    content: { 'application/json': { schema } },
  },
  ...Object.fromEntries(
    [
      { status: 304, response: 'NotModified' },
      { status: 400, response: 'BadRequest' },
      { status: 401, response: 'Unauthorized' },
      { status: 403, response: 'Forbidden' },
      ...others,
    ].map(({ status, response }) => [status, { $ref: `#/components/responses/${response}` }]),
  ),
});

const parameter = (name: string, schema: Json, more: Json = {}): Json => ({
  name,
  in: 'query',
  schema,
  ...more,
});

export const names = (name: string, description: string): Json =>
  parameter(
    name,
    { type: 'array', items: { type: 'string' } },
    { style: 'form', explode: false, description },
  );

/** Parameters of the entries' routes, by their names. */
export const entryParameters = (locales: readonly string[]): Record<string, Json> => ({
  fields: names('fields', 'The attributes to answer, parted by commas; without it, all'),
  populate: parameter(
    'populate',
    { type: 'string' },
    {
      description: `Links, components and files to bring along: \`themes,owner\`, \`*\` for the first level, or populate[themes][fields]=name. At most ${LIMITS.populateDepth} levels and ${LIMITS.populated} in all.`,
    },
  ),
  locale: parameter(
    'locale',
    { type: 'string', enum: [...locales] },
    {
      description: 'The language; French where none is asked',
    },
  ),
  status: parameter(
    'status',
    { type: 'string', enum: ['published', 'draft'] },
    {
      description: 'draft needs a token with the permission plugin::access.drafts.read',
    },
  ),
  sort: names('sort', `Attributes, each with :asc or :desc; at most ${LIMITS.sorts}`),
  filters: parameter(
    'filters',
    { type: 'object', additionalProperties: true },
    {
      style: 'deepObject',
      explode: true,
      description: `filters[stage]=pilot, filters[startDate][$gte]=2006, filters[territories][nutsCode]=PT30; at most ${LIMITS.conditions} values`,
    },
  ),
  pagination: parameter(
    'pagination',
    {
      type: 'object',
      properties: {
        page: { type: 'integer', minimum: 1, default: 1 },
        pageSize: { type: 'integer', minimum: 1, maximum: LIMITS.pageSize, default: 25 },
        withCount: { type: 'boolean', default: true },
      },
    },
    { style: 'deepObject', explode: true },
  ),
  _q: parameter('_q', { type: 'string' }, { description: 'Text that any text attribute contains' }),
});
