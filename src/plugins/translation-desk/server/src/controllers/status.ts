import type { Core } from '@strapi/strapi';
import type { GetStatus } from '../../../shared/contracts';

const READ_ENTRIES = 'plugin::content-manager.explorer.read';

export default ({ strapi }: { strapi: Core.Strapi }): Core.Controller => ({
  async find(ctx) {
    const { userAbility } = ctx.state;
    const data: GetStatus['data'] = await strapi
      .plugin('translation-desk')
      .service('status')
      .read({ mayRead: (uid: string) => userAbility.can(READ_ENTRIES, uid) });
    ctx.body = { data } satisfies GetStatus;
  },
});
