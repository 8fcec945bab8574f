import type { Core, UID } from '@strapi/strapi';
import { camelCase, upperFirst } from 'lodash';
import { z } from 'zod';
import { hasNameColumns } from '../names/names-in-query';
import { hasDraftAndPublish, isLocalized, schemaOf } from '../rules/schema';
import type { Json, Model } from './attribute-schema';
import type { ApiDescription } from './create-document';
import { pluginOperations } from './plugin-operations';
import type { SearchVocabulary } from './search-operations';
import type { ServedType } from './type-paths';

type Documented = { name: string; model: Model; isEntry: boolean };

type Route = {
  method: string;
  path: string;
  handler: unknown;
  request?: { query?: Record<string, z.ZodType> };
};

const FILE = 'plugin::upload.file';

/** What Strapi declares for each of its own routes; the rest are a type's own parameters. */
const COMMON = new Set([
  'fields',
  'filters',
  '_q',
  'pagination',
  'sort',
  'populate',
  'locale',
  'status',
  'publicationFilter',
  'hasPublishedVersion',
]);

const ownParameters = (route: Route | undefined): Json[] =>
  Object.entries(route?.request?.query ?? {})
    .filter(([name]) => !COMMON.has(name))
    .map(([name, schema]) => {
      const { $schema, description, ...given } = z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
      });
      const isList = Object.keys(given).length === 0;
      return {
        name,
        in: 'query',
        ...(description ? { description } : {}),
        ...(isList ? { style: 'form', explode: false } : {}),
        schema: isList ? { type: 'array', items: { type: 'string' } } : given,
      };
    });

/** The types whose `find` has a route: private ones have none. */
const servedTypes = (strapi: Core.Strapi): ServedType[] => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const routers = Object.values(strapi.apis).flatMap(({ routes }) => Object.values(routes));
  const routes = routers.flatMap((router) => (router as { routes: Route[] }).routes);
  return Object.keys(strapi.contentTypes)
    .sort()
    .flatMap((uid): ServedType[] => {
      const own = (action: string) =>
        routes.filter(({ handler }) => handler === `${uid}.${action}`);
      const [find] = own('find');
      const findOne = own('findOne').find(({ path }) => !path.includes('/by-slug/'));
      const bySlug = own('findOne').find(({ path }) => path.includes('/by-slug/'));
      if (!find || !findOne) return [];
      const { info } = strapi.contentType(uid as UID.ContentType);
      const schema = schemaOf({ strapi, uid });
      return [
        {
          uid,
          name: upperFirst(camelCase(info.singularName)),
          displayName: info.displayName,
          paths: {
            find: `${prefix}${find.path}`,
            findOne: `${prefix}${findOne.path}`,
            bySlug: bySlug && `${prefix}${bySlug.path}`,
          },
          hasDrafts: hasDraftAndPublish(schema),
          hasLocales: isLocalized(schema) || hasNameColumns(schema.attributes),
          extra: { find: ownParameters(find), findOne: ownParameters(findOne) },
        },
      ];
    });
};

/** The components that the types hold, at any depth. */
const componentsOf = (strapi: Core.Strapi, uids: readonly string[]): string[] => {
  const found = new Set<string>();
  const visit = (uid: string) => {
    for (const { component } of Object.values(schemaOf({ strapi, uid }).attributes)) {
      if (component === undefined || found.has(component)) continue;
      found.add(component);
      visit(component);
    }
  };
  uids.forEach(visit);
  return [...found].sort();
};

const modelsOf = (strapi: Core.Strapi, types: readonly ServedType[]): ApiDescription['models'] => {
  const model = (uid: string) => schemaOf({ strapi, uid }) as Model;
  const { folder, related, ...file } = model(FILE).attributes;
  const components = componentsOf(
    strapi,
    types.map(({ uid }) => uid),
  );
  return new Map<string, Documented>([
    ...types.map(({ uid, name }): [string, Documented] => [
      uid,
      { name, model: model(uid), isEntry: true },
    ]),
    ...components.map((uid): [string, Documented] => [
      uid,
      { name: upperFirst(camelCase(uid)), model: model(uid), isEntry: false },
    ]),
    [FILE, { name: 'File', model: { uid: FILE, attributes: file }, isEntry: true }],
  ]);
};

/** What may be asked of search, from the plugin itself. */
const searchRules = (strapi: Core.Strapi): Promise<SearchVocabulary> =>
  strapi.plugin('search').service('query').rules({ now: Date.now() });

/** Reads from the running Strapi what the document of its content API says. */
export const describeApi = async ({ strapi }: { strapi: Core.Strapi }): Promise<ApiDescription> => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const found: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const locales = found.map(({ code }) => code).sort();
  const types = servedTypes(strapi);
  const { paths, schemas, computed } = pluginOperations({
    locales,
    search: await searchRules(strapi),
  });
  return {
    version: strapi.config.get<string>('info.version', '0'),
    locales,
    types,
    models: modelsOf(strapi, types),
    others: {
      schemas,
      computed,
      paths: Object.fromEntries(
        Object.entries(paths).map(([path, operations]) => [`${prefix}${path}`, operations]),
      ),
    },
  };
};
