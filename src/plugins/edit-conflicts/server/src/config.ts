import { errors } from '@strapi/utils';

export type EditConflictsConfig = {
  /** Attribute that holds the locale in which an entry started; its other locales edit texts only. */
  originalLocale?: string;
};

const validator = (config: Record<string, unknown>): void => {
  const { originalLocale } = config;
  if (originalLocale !== undefined && typeof originalLocale !== 'string') {
    throw new errors.ValidationError('edit-conflicts: originalLocale is the name of an attribute.');
  }
};

export default { default: { originalLocale: 'originalLocale' }, validator };
