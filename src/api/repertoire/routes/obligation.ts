import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::repertoire.obligation', {
  only: ['find', 'findOne'],
});
