import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { FIELD_NAME } from '../../string-lists/attribute';
import { TEXT_PREFIX } from './use-text';

type CustomField = Parameters<StrapiApp['customFields']['register']>[0];

/** The custom field by which editors fill lists of strings. */
export const stringListField: CustomField = {
  name: FIELD_NAME,
  type: 'json',
  intlLabel: { id: `${TEXT_PREFIX}.name`, defaultMessage: 'List of texts' },
  intlDescription: { id: `${TEXT_PREFIX}.description`, defaultMessage: 'Texts, each once' },
  components: {
    // Strapi types an input as a component without properties, and gives it those of a field.
    Input: async () => ({
      default: (await import('./string-list-input')).StringListInput as ComponentType,
    }),
  },
};
