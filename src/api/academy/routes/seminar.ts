import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::academy.seminar', { only: ['find', 'findOne'] });
