import type { Core } from '@strapi/strapi';
import type { Schema } from '../rules/schema';
import { type PanelLanguage, panelNames } from './panel-names';
import type { Wordings } from './sentence';
import en from './sentences/en.json';
import fr from './sentences/fr.json';
import { strapiInFrench } from './strapi-messages';
import type { Tongue } from './translate-refusal';

/** A plugin says its refusals by wordings, or knows its own English sentences in other languages. */
type RefusalsService = {
  wordings?: () => Record<string, Wordings>;
  translate?: (message: string, language: string) => string | undefined;
};

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
 * and what each plugin says that has a service `refusals`.
 */
export const tongueOf = ({ strapi, ctx }: { strapi: Core.Strapi; ctx: Context }): Tongue => {
  const language = languageOf(ctx);
  const plugins = Object.values(strapi.plugins).flatMap(({ services }) =>
    'refusals' in services ? [services.refusals as RefusalsService] : [],
  );
  const translate = (message: string): string | undefined => {
    for (const plugin of plugins) {
      const said = plugin.translate?.(message, language);
      if (said !== undefined) return said;
    }
    return undefined;
  };
  const models = { ...strapi.contentTypes, ...strapi.components } as Record<string, unknown>;
  return {
    language,
    wordings: Object.assign(
      {},
      OWN[language],
      ...plugins.map((plugin) => plugin.wordings?.()[language]),
    ),
    names: panelNames[language],
    attributesOf: (uid) => (models[uid] as Schema | undefined)?.attributes,
    foreign: (message) =>
      (language === 'fr' ? strapiInFrench(message) : undefined) ?? translate(message),
  };
};
