import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::repertoire.practice', {
  only: ['find', 'findOne'],
});
