import type { Core } from '@strapi/strapi';
import { EVERY_LOCALE } from '../core/entry-document';
import { type IndexSettings, indexSettings } from '../core/index-settings';
import { planSettings } from '../core/plan-settings';
import type { TaskOutcome } from '../engine/engine';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { getConfig, getService } from './get-service';

/** Between the name of a live index and the run that fills its successor. */
const TEMPORARY = '__rebuild_';

/** What decides on the settings of an index. */
type Wanted = { target: string; locales: readonly string[] };

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

  const isTemporary = (index: string) =>
    index.startsWith(`${prefix}_`) &&
    new RegExp(`^[A-Za-z0-9-]+${TEMPORARY}[0-9a-f]+$`).test(index.slice(prefix.length + 1));

  const isLocaleIndex = (index: string) =>
    index.startsWith(`${prefix}_`) &&
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(index.slice(prefix.length + 1));

  const settingsOf = async ({ target, locales }: Wanted): Promise<IndexSettings> => {
    const synonymsOf = await getService({ strapi, name: 'synonyms' }).read();
    const wanted = indexSettings({ types, target, locales, synonyms: synonymsOf(target) });
    if (wanted.localizedAttributes.length === 0) {
      strapi.log.warn(`search: Meilisearch has no language settings for ${target}`);
    }
    return wanted;
  };

  /** Sends settings; a language that the engine refuses is left out. Answers the task. */
  const change = async ({
    index,
    target,
    settings,
  }: {
    index: string;
    target: string;
    settings: Partial<IndexSettings>;
  }): Promise<number> => {
    const engine = getService({ strapi, name: 'engine' }).writer;
    try {
      return await engine.changeSettings({ index, settings });
    } catch (error) {
      if (!(error instanceof EngineRefused) || !settings.localizedAttributes?.length) throw error;
      const { localizedAttributes: _refused, ...rest } = settings;
      const task = await engine.changeSettings({ index, settings: rest });
      strapi.log.warn(
        `search: Meilisearch refuses the language of ${target}, which is indexed without: ${error.message}`,
      );
      return task;
    }
  };

  /** Brings one index to its settings, unless that takes a new index. */
  const settle = async ({
    target,
    locales,
    isEmpty,
  }: Wanted & { isEmpty: boolean }): Promise<{ tasks: number[]; isOutdated: boolean }> => {
    const engine = getService({ strapi, name: 'engine' }).writer;
    const index = indexOf(target);
    const plan = planSettings({
      wanted: await settingsOf({ target, locales }),
      current: isEmpty ? {} : await engine.settings(index),
    });
    if (plan.state === 'same') return { tasks: [], isOutdated: false };
    const isOutdated = plan.state === 'rebuild' && !isEmpty && (await engine.count(index)) > 0;
    if (isOutdated) return { tasks: [], isOutdated };
    return { tasks: [await change({ index, target, settings: plan.change })], isOutdated };
  };

  return {
    indexOf,
    targetsOf,
    /** The index that a run of a rebuild fills beside the live one. */
    temporaryOf: ({ target, runId }: { target: string; runId: string }): string =>
      `${indexOf(target)}${TEMPORARY}${runId}`,
    /**
     * Creates an index with the settings of a target.
     * @throws EngineRefused or EngineUnavailable with the engine's message
     */
    make: async ({ index, ...wanted }: Wanted & { index: string }): Promise<void> => {
      const engine = getService({ strapi, name: 'engine' }).writer;
      const settings = await settingsOf(wanted);
      ended(
        await engine.settle([
          await engine.createIndex(index),
          await change({ index, target: wanted.target, settings }),
        ]),
      );
    },
    /** Calls off what is queued for some indexes and deletes them. */
    drop: async (names: readonly string[]): Promise<void> => {
      if (names.length === 0) return;
      const engine = getService({ strapi, name: 'engine' }).writer;
      await engine.settle([await engine.callOff(names)]);
      const tasks: number[] = [];
      for (const name of names) tasks.push(await engine.deleteIndex(name));
      await engine.settle(tasks);
    },
    /** The indexes that runs of rebuilds have left. Those of one under way are among them. */
    temporaries: async (): Promise<string[]> =>
      (await getService({ strapi, name: 'engine' }).writer.indexes()).filter(isTemporary),
    /**
     * Creates missing indexes, sends the settings that differ and re-index nothing, and deletes the index
     * of a locale that was removed: what begins with the prefix belongs to this plugin.
     * @returns the indexes that were made, and so are empty; the targets that need a rebuild
     * @throws EngineUnavailable or EngineRefused
     */
    ensure: async (
      locales: readonly string[],
    ): Promise<{ created: string[]; outdated: string[] }> => {
      const engine = getService({ strapi, name: 'engine' }).writer;
      const targets = targetsOf(locales);
      const existing = new Set(await engine.indexes());
      const gone = [...existing].filter(
        (index) => isLocaleIndex(index) && !targets.some((target) => indexOf(target) === index),
      );
      const created = targets.map(indexOf).filter((index) => !existing.has(index));
      const outdated: string[] = [];
      const tasks: number[] = [];
      for (const index of gone) tasks.push(await engine.deleteIndex(index));
      for (const target of targets) {
        const isEmpty = created.includes(indexOf(target));
        if (isEmpty) tasks.push(await engine.createIndex(indexOf(target)));
        const { tasks: sent, isOutdated } = await settle({ target, locales, isEmpty });
        tasks.push(...sent);
        if (isOutdated) outdated.push(target);
      }
      ended(await engine.settle(tasks));
      return { created, outdated };
    },
  };
};
