import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.watch-item', {
  only: ['find', 'findOne'],
});
