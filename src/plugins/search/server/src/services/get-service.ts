import type { Core } from '@strapi/strapi';
import type { SearchConfig } from '../config';
import type { services } from './index';

type Services = typeof services;

/** A service of this plugin, typed by the plugin's own map. */
export const getService = <Name extends keyof Services>({
  strapi,
  name,
}: {
  strapi: Core.Strapi;
  name: Name;
}): ReturnType<Services[Name]> =>
  strapi.plugin('search').service(name) as ReturnType<Services[Name]>;

/** The plugin's settings, checked at start. */
export const getConfig = (strapi: Core.Strapi): SearchConfig => {
  const config = strapi.config.get('plugin::search') as SearchConfig;
  return { ...config, apiKey: config.apiKey ?? '', types: config.types ?? [] };
};
