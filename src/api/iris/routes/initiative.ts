import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::iris.initiative', { only: ['find', 'findOne'] });
