import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.territory', {
  only: ['find', 'findOne'],
});
