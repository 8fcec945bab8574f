import type { Core } from '@strapi/strapi';
import { EVERY_LOCALE } from '../core/entry-document';
import { changedSettings, indexSettings } from '../core/index-settings';
import type { TaskOutcome } from '../engine/engine';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { getConfig, getService } from './get-service';

const ended = (outcomes: readonly TaskOutcome[]): void => {
  for (const outcome of outcomes) {
    // Two processes may create the same index at once: the second finds it there.
    if (outcome.state === 'failed' && outcome.code !== 'index_already_exists') {
      throw new EngineUnavailable(outcome.message);
    }
  }
};

/** One index per locale: its name, and that it exists with the settings it should have. */
export const indexes = ({ strapi }: { strapi: Core.Strapi }) => {
  const { prefix, types } = getConfig(strapi);
  /** The keys of all indexes that the plugin keeps, in a stable order: one per locale, and that of all. */
  const targetsOf = (locales: readonly string[]): string[] => [...locales, EVERY_LOCALE];
  const indexOf = (target: string) =>
    `${prefix}_${target === EVERY_LOCALE ? 'every-locale' : target.replace(/[^A-Za-z0-9-]/g, '-')}`;

  const isLocaleIndex = (index: string) =>
    index.startsWith(`${prefix}_`) &&
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(index.slice(prefix.length + 1));

  /** Sends what differs; answers the task, or nothing when all is right. */
  const change = async ({
    target,
    locales,
    current,
  }: {
    target: string;
    locales: readonly string[];
    current: Readonly<Record<string, unknown>>;
  }): Promise<number[]> => {
    const engine = getService({ strapi, name: 'engine' }).writer;
    const index = indexOf(target);
    const wanted = indexSettings({ types, target, locales });
    if (wanted.localizedAttributes.length === 0) {
      strapi.log.warn(`search: Meilisearch has no language settings for ${target}`);
    }
    const settings = changedSettings({ wanted, current });
    if (Object.keys(settings).length === 0) return [];
    try {
      return [await engine.changeSettings({ index, settings })];
    } catch (error) {
      if (!(error instanceof EngineRefused) || !settings.localizedAttributes?.length) throw error;
      strapi.log.warn(
        `search: Meilisearch refuses the language of ${target}, which is indexed without: ${error.message}`,
      );
      return [
        await engine.changeSettings({ index, settings: { ...settings, localizedAttributes: [] } }),
      ];
    }
  };

  return {
    indexOf,
    targetsOf,
    /**
     * Creates missing indexes, sends the settings that differ, and deletes the index of a locale that
     * was removed: what begins with the prefix belongs to this plugin.
     * @returns the indexes that were made, and so are empty
     * @throws EngineUnavailable or EngineRefused
     */
    ensure: async (locales: readonly string[]): Promise<string[]> => {
      const engine = getService({ strapi, name: 'engine' }).writer;
      const targets = targetsOf(locales);
      const existing = new Set(await engine.indexes());
      const gone = [...existing].filter(
        (index) => isLocaleIndex(index) && !targets.some((target) => indexOf(target) === index),
      );
      const missing = targets.map(indexOf).filter((index) => !existing.has(index));
      const tasks: number[] = [];
      for (const index of gone) tasks.push(await engine.deleteIndex(index));
      for (const target of targets) {
        const index = indexOf(target);
        const isMissing = missing.includes(index);
        if (isMissing) tasks.push(await engine.createIndex(index));
        const current = isMissing ? {} : await engine.settings(index);
        tasks.push(...(await change({ target, locales, current })));
      }
      ended(await engine.settle(tasks));
      return missing;
    },
  };
};
