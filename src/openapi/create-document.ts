import { type Json, type Model, modelSchema } from './attribute-schema';
import { entryParameters, SHARED_RESPONSES, SHARED_SCHEMAS } from './shared-schemas';
import { type ServedType, typePaths } from './type-paths';

export type ApiDescription = {
  version: string;
  locales: readonly string[];
  types: readonly ServedType[];
  /** Content types and components by uid, with the name that each has in the document. */
  models: ReadonlyMap<string, { name: string; model: Model; isEntry: boolean }>;
  /** Operations of the plugins, by path, and what answers have beside a type's attributes. */
  others: {
    paths: Record<string, Json>;
    schemas: Record<string, Json>;
    computed: Record<string, Record<string, Json>>;
  };
};

const INTRODUCTION = `Read-only. Everything that is published is served without a key; entries for members need a signed-in member or a token with *read members*, drafts a token with *read drafts*.

Query strings are read as the npm package \`qs\` writes them. Reads have an \`ETag\`; a parameter that is unknown, wrong or beyond its limit is answered 400 with its name.`;

/** The OpenAPI 3.1 document of the content API. */
export const createDocument = ({
  version,
  locales,
  types,
  models,
  others,
}: ApiDescription): Json => {
  const nameOf = (uid: string) => models.get(uid)?.name;
  const schemas = [...models.values()].map(({ name, model, isEntry }): [string, Json] => [
    name,
    modelSchema({ model, nameOf, isEntry, computed: others.computed[model.uid] }),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'The observatory of digital territories',
      version,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{}, { apiToken: [] }, { member: [] }],
    tags: [...new Set(types.map(({ uid }) => uid.slice('api::'.length).split('.')[0]))]
      .sort()
      .map((name) => ({ name })),
    paths: { ...Object.assign({}, ...types.map(typePaths)), ...others.paths },
    components: {
      schemas: { ...Object.fromEntries(schemas), ...SHARED_SCHEMAS, ...others.schemas },
      parameters: entryParameters(locales),
      responses: SHARED_RESPONSES,
      securitySchemes: {
        apiToken: { type: 'http', scheme: 'bearer', description: 'A token made in the panel' },
        member: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'What POST /api/auth/local answers a member as jwt',
        },
      },
    },
  };
};
