import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::iris.transfer', { only: ['find', 'findOne'] });
