import { frenchOf } from '../core/in-french';

/** What the plugin refuses, for an application that has its refusals speak the panel's language. */
export const refusals = () => ({
  /** One of the plugin's sentences in another language; undefined where it is not its own. */
  translate: (message: string, language: string): string | undefined =>
    language === 'fr' ? frenchOf(message) : undefined,
});
