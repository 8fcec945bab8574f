import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';

/** The panel's permissions; `uid` is the part of the action's name after the plugin. */
const PERMISSIONS = [
  {
    section: 'plugins',
    displayName: 'See editions, drafts too, with their data and charts',
    uid: 'read',
    pluginName: PLUGIN,
  },
  {
    section: 'plugins',
    displayName: 'Have editions computed, and stop what is computing',
    uid: 'operate',
    pluginName: PLUGIN,
  },
  {
    section: 'plugins',
    displayName: 'Import figures',
    uid: 'edit-data',
    pluginName: PLUGIN,
  },
  {
    section: 'plugins',
    displayName: 'Change the recipes of indices',
    uid: 'edit-recipes',
    pluginName: PLUGIN,
  },
];

export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany(PERMISSIONS);
};
