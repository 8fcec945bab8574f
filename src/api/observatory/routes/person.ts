import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::observatory.person', { only: ['find', 'findOne'] });
