import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::repertoire.dataset', { only: ['find', 'findOne'] });
