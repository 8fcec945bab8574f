import { upperFirst } from 'lodash';
import { type Json, reference } from './attribute-schema';
import { readResponses } from './shared-schemas';

/** A content type that the content API serves. */
export type ServedType = {
  uid: string;
  /** Name of its schema: `Initiative`. */
  name: string;
  displayName: string;
  /** Full paths by what they do; `bySlug` where it has a slug. */
  paths: { find: string; findOne: string; bySlug?: string | undefined };
  hasDrafts: boolean;
  /** Whether `locale` changes what is answered. */
  hasLocales: boolean;
  /** Parameters that only this type has, on lists and on single entries. */
  extra: { find: Json[]; findOne: Json[] };
};

const shared = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });

const toTemplate = (path: string) => path.replace(/:(\w+)/g, '{$1}');

const NOT_FOUND = [{ status: 404, response: 'NotFound' }];

const inPath = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

/** The operations of one content type, by path. */
export const typePaths = (type: ServedType): Record<string, Json> => {
  const { name, displayName, paths, hasDrafts, hasLocales, extra } = type;
  const common = [
    shared('fields'),
    shared('populate'),
    ...(hasLocales ? [shared('locale')] : []),
    ...(hasDrafts ? [shared('status')] : []),
  ];
  const tag = type.uid.slice('api::'.length).split('.')[0];
  const one = (operationId: string, summary: string, key: Json): Json => ({
    get: {
      operationId,
      summary,
      tags: [tag],
      parameters: [key, ...common, ...extra.findOne],
      responses: readResponses({
        schema: {
          type: 'object',
          properties: { data: reference(name), meta: { type: 'object' } },
          required: ['data'],
        },
        others: NOT_FOUND,
      }),
    },
  });
  const list: Json = {
    get: {
      operationId: `find${name}`,
      summary: `${displayName}: a page of entries`,
      tags: [tag],
      parameters: [
        ...common,
        ...['sort', 'filters', 'pagination', '_q'].map(shared),
        ...extra.find,
      ],
      responses: readResponses({
        schema: {
          type: 'object',
          properties: {
            data: { type: 'array', items: reference(name) },
            meta: {
              type: 'object',
              properties: { pagination: reference('Pagination') },
              required: ['pagination'],
            },
          },
          required: ['data', 'meta'],
        },
      }),
    },
  };
  const bySlug = `The entry by the slug of any language, former ones included; answered in the slug's language unless locale is asked. A former slug differs from the one that is answered.`;
  return {
    [toTemplate(paths.find)]: list,
    [toTemplate(paths.findOne)]: one(
      `get${upperFirst(name)}`,
      `${displayName}: one entry`,
      inPath('id', 'The documentId'),
    ),
    ...(paths.bySlug
      ? {
          [toTemplate(paths.bySlug)]: one(
            `get${upperFirst(name)}BySlug`,
            `${displayName}: one entry by its slug`,
            inPath('slug', bySlug),
          ),
        }
      : {}),
  };
};
