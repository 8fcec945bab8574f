import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.theme', { only: ['find', 'findOne'] });
