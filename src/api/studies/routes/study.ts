import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::studies.study', { only: ['find', 'findOne'] });
