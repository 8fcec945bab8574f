import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::hub.project-idea', { only: ['find', 'findOne'] });
