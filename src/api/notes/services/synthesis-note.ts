import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::notes.synthesis-note');
