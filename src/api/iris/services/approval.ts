import type { Core } from '@strapi/strapi';
import { askApproval } from '../approval/ask-approval';
import { decideApproval } from '../approval/decide-approval';
import { openApproval } from '../approval/open-approval';

type Without<F extends (input: never) => unknown> = Omit<Parameters<F>[0], 'strapi' | 'trx'>;

/** The owner's approval of an initiative's text, by a link. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  ask: (input: Without<typeof askApproval>) => askApproval({ strapi, ...input }),
  open: (input: Without<typeof openApproval>) =>
    strapi.db.transaction(({ trx }) => openApproval({ strapi, trx, ...input })),
  decide: (input: Without<typeof decideApproval>) => decideApproval({ strapi, ...input }),
});
