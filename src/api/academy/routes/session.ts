import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::academy.session', { only: ['find', 'findOne'] });
