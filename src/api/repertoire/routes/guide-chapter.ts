import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::repertoire.guide-chapter', {
  only: ['find', 'findOne'],
});
