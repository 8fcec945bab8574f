import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::hub.programme', { only: ['find', 'findOne'] });
