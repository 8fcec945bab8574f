import type { Core } from '@strapi/strapi';
import type { Schema } from '../rules/schema';
import { type PanelLanguage, panelNames } from './panel-names';
import type { Wordings } from './sentence';
import en from './sentences/en.json';
import fr from './sentences/fr.json';
import { strapiInFrench } from './strapi-messages';
import type { Tongue } from './translate-refusal';

type RefusalsService = { wordings: () => Record<string, Wordings> };

const OWN: Record<PanelLanguage, Wordings> = { fr, en };

const toLanguage = (code: unknown): PanelLanguage | undefined =>
  typeof code === 'string' && Object.hasOwn(panelNames, code) ? (code as PanelLanguage) : undefined;

type Context = { state: { user?: unknown }; acceptsLanguages: (...languages: string[]) => unknown };

/** The panel's language: the account's own choice, at sign-in the browser's, else French. */
const languageOf = (ctx: Context): PanelLanguage => {
  const { user } = ctx.state;
  if (typeof user !== 'object' || user === null) {
    return toLanguage(ctx.acceptsLanguages('fr', 'en')) ?? 'fr';
  }
  return toLanguage((user as { preferedLanguage?: unknown }).preferedLanguage) ?? 'fr';
};

/**
 * How the panel speaks to whoever makes a request: the labels of fields, the wordings of the rules,
 * and those of each plugin that has a service `refusals`.
 */
export const tongueOf = ({ strapi, ctx }: { strapi: Core.Strapi; ctx: Context }): Tongue => {
  const language = languageOf(ctx);
  const plugins = Object.values(strapi.plugins).map((plugin) => {
    const services = plugin.services as Record<string, unknown>;
    const service = 'refusals' in services ? (services.refusals as RefusalsService) : undefined;
    return service?.wordings()[language];
  });
  const models = { ...strapi.contentTypes, ...strapi.components } as Record<string, unknown>;
  return {
    language,
    wordings: Object.assign({}, OWN[language], ...plugins),
    names: panelNames[language],
    attributesOf: (uid) => (models[uid] as Schema | undefined)?.attributes,
    foreign: language === 'fr' ? strapiInFrench : () => undefined,
  };
};
