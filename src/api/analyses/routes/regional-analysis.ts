import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::analyses.regional-analysis', {
  only: ['find', 'findOne'],
});
