import type { Core, Modules } from '@strapi/strapi';
import { omit } from 'lodash';
import type { AccessConfig } from '../config';
import { READ_DRAFTS } from '../constants';
import { checkQuery } from '../core/check-query';
import { guardFilters } from '../core/guard-filters';
import { guardPopulate } from '../core/guard-populate';
import type { Filter, Model, Rights, Viewpoint } from '../core/model';
import { refusal } from '../core/refusal';
import { searchOpenFields } from '../core/search-open-fields';
import { visibleWhere } from '../core/visible-where';
import { rightsOf } from './rights-of';
import { isTrusted, runTrusted } from './trusted';
import { createViewpoint } from './viewpoint';

type Params = Record<string, unknown>;

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/**
 * Under $and, so that no filter of the request can take the place of a condition. One alone stands as
 * it is: Strapi walks over filters a dozen times, each level of them with promises of its own.
 */
const all = (conditions: Filter[]): Filter =>
  conditions.length === 1 && conditions[0] ? conditions[0] : { $and: conditions };

const guardRead = ({
  params,
  model,
  rights,
  config,
  viewpoint,
}: {
  params: Params;
  model: Model;
  rights: Rights;
  config: AccessConfig;
  viewpoint: Viewpoint;
}): Params => {
  if (model.options?.draftAndPublish === true && params.status !== 'published' && !rights.drafts) {
    throw refusal({
      message: `Drafts of ${model.uid} need an API token with the permission ${READ_DRAFTS}.`,
      path: 'status',
    });
  }
  checkQuery({ query: params, model, viewpoint });
  const search = searchOpenFields({ text: params._q, model });
  const conditions = [
    ...(params.filters === undefined || params.filters === null
      ? []
      : [guardFilters({ filters: params.filters, model, viewpoint, path: '' })]),
    ...visibleWhere({ model, rights, config, linked: false }),
    ...(search ? [search] : []),
  ];
  const { _q, ...rest } = params;
  return {
    ...(search ? rest : params),
    ...(conditions.length > 0 ? { filters: all(conditions) } : {}),
  };
};

/**
 * The net behind the request guard: whatever a content-API route asks of the Document Service is
 * narrowed to what the caller may see, with its filters, sorts, searches and populates. It judges
 * what the route asks, not what other middlewares then read to answer it.
 */
export const createDocumentGuard =
  ({
    strapi,
    config,
  }: {
    strapi: Core.Strapi;
    config: AccessConfig;
  }): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const state = strapi.requestContext.get()?.state;
    if (isTrusted(strapi) || state?.route?.info?.type !== 'content-api') return next();
    if (config.privateTypes.includes(context.uid)) {
      throw refusal({ message: `${context.uid} is private.`, path: context.uid });
    }
    const rights = rightsOf({ auth: state.auth, config });
    const viewpoint = createViewpoint({ strapi, config, rights });
    const model = viewpoint.getModel(context.uid);
    if (!model) return next();

    let params: Params = { ...context.params };
    if (READS.has(context.action)) params = guardRead({ params, model, rights, config, viewpoint });
    // The list before it was judged with all of them; Strapi would walk over them once more.
    if (context.action === 'count') params = omit(params, 'fields', 'sort', 'populate');
    if (params.populate !== undefined && params.populate !== null) {
      params.populate = guardPopulate({ populate: params.populate, model, viewpoint });
    }
    Object.assign(context, { params });
    return runTrusted({ strapi, work: next });
  };
