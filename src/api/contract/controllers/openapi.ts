import type { Core } from '@strapi/strapi';
import { createDocument } from '../../../openapi/create-document';
import { describeApi } from '../../../openapi/describe-api';

/** `GET /api/openapi.json`: the contract of the content API, as it is now. */
export default ({ strapi }: { strapi: Core.Strapi }): Core.Controller => ({
  async read(ctx) {
    ctx.body = createDocument(await describeApi({ strapi }));
  },
});
