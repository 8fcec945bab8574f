import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::repertoire.harvest-source', {
  only: ['find', 'findOne'],
});
