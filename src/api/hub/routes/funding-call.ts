import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::hub.funding-call', { only: ['find', 'findOne'] });
