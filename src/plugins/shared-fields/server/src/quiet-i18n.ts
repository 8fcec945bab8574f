import type { Core } from '@strapi/strapi';
import { isInTurn } from './store/take-turn';

type ContentTypesService = {
  fillNonLocalizedAttributes: (
    entry: unknown,
    related: unknown,
    options: { model: string },
  ) => void;
  getNestedPopulateOfNonLocalizedAttributes: (uid: string) => string[];
};

type LocalizationsService = {
  syncNonLocalizedAttributes: (entry: unknown, model: { uid: string }) => Promise<void>;
};

/**
 * Keeps the i18n plugin from writing shared fields of the types that this plugin looks after. It
 * takes them from any row of the document, published ones too, and writes them over unpublished
 * edits of the others.
 */
export const quietI18n = ({
  strapi,
  isManaged,
}: {
  strapi: Core.Strapi;
  isManaged: (uid: string) => boolean;
}): void => {
  const services = strapi.get('services');
  services.extend('plugin::i18n.localizations', (service: LocalizationsService) => ({
    ...service,
    syncNonLocalizedAttributes: async (entry: unknown, model: { uid: string }) => {
      if (!isManaged(model.uid)) await service.syncNonLocalizedAttributes(entry, model);
    },
  }));
  services.extend('plugin::i18n.content-types', (service: ContentTypesService) => ({
    ...service,
    fillNonLocalizedAttributes: (entry: unknown, related: unknown, options: { model: string }) => {
      if (!isManaged(options.model)) service.fillNonLocalizedAttributes(entry, related, options);
    },
    // Its middleware loads what it would compare: about 35 statements for an initiative.
    getNestedPopulateOfNonLocalizedAttributes: (uid: string) =>
      isManaged(uid) && isInTurn() ? [] : service.getNestedPopulateOfNonLocalizedAttributes(uid),
  }));
};
