import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::notes.synthesis-note', {
  only: ['find', 'findOne'],
});
