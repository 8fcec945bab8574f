import type { Core } from '@strapi/strapi';
import { FIELD_NAME } from './attribute';

/** Registers the custom field for lists of strings, stored as `json`. Call it in `register()`. */
export const registerListField = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register({
    name: FIELD_NAME,
    type: 'json',
    inputSize: { default: 12, isResizable: true },
  });
};
