import type { Core } from '@strapi/strapi';
import { requestModel } from './approval/request-model';
import { createController } from './panel/controller';
import { ASK_APPROVAL, FILL_MONOGRAPH, PERMISSIONS } from './panel/permissions';
import { registerInterviewEffects } from './store/register-interview-effects';

const INTERVIEW = 'api::iris.interview';

/**
 * Registers all of an interview's way to a monograph: the field that shows a question, the admin
 * panel's routes and their permissions, the table of open approval links, and what interviews and
 * initiatives do to each other. Call it in `register()`.
 */
export const registerInterviews = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  strapi.get('models').add(requestModel);
  strapi.customFields.register({ name: 'interview-question', type: 'string' });
  registerInterviewEffects({ strapi });

  const controller = createController({ strapi });
  const route = (
    method: 'GET' | 'POST',
    path: string,
    handler: unknown,
    permission?: string,
  ): Core.RouteInput => ({
    method,
    path,
    handler: handler as Core.RouteInput['handler'],
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        ...(permission
          ? [{ name: 'admin::hasPermissions', config: { actions: [[permission, INTERVIEW]] } }]
          : []),
      ],
    },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/interviews',
    routes: [
      route('GET', '/guide', controller.guide),
      route('POST', '/:documentId/monograph', controller.fill, FILL_MONOGRAPH),
      route('GET', '/:documentId/approval', controller.approvalOfInterview),
      route('POST', '/:documentId/approval', controller.ask, ASK_APPROVAL),
      route('GET', '/of-initiative/:documentId/approval', controller.approvalOfInitiative),
    ],
  } as unknown as Core.Router);

  await strapi.service('admin::permission').actionProvider.registerMany(PERMISSIONS);
};
