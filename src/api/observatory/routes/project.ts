import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.project', {
  only: ['find', 'findOne'],
});
