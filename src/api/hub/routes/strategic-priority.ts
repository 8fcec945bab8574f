import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::hub.strategic-priority', {
  only: ['find', 'findOne'],
});
