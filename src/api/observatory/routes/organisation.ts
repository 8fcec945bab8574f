import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.organisation', {
  only: ['find', 'findOne'],
});
