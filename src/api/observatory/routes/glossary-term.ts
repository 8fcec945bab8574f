import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.glossary-term', {
  only: ['find', 'findOne'],
});
