import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::iris.questionnaire', { only: ['find', 'findOne'] });
