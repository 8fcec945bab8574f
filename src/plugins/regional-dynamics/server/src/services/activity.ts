import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  ActivityMeasureAnswer,
  ActivityProfile,
  ActivityResponse,
  ActivityTally,
} from '../../../shared/contracts';
import { nameAmong } from '../../../shared/name-among';
import { readEntries, typesAlong } from '../activity/read-entries';
import { readPlaces } from '../activity/read-places';
import { readThemes, type Theme } from '../activity/read-themes';
import { type ActivityMeasure, type ActivitySettings, parseSettings } from '../config';
import { PLUGIN } from '../constants';
import { type ActivityEntry, countActivity, type Tally, type UnitActivity } from '../core/activity';
import { compareCodes } from '../core/compare-codes';
import { poissonRange } from '../core/poisson-range';
import { lastMark, markActivity, readActivity, saveActivity } from '../store/activity-rows';
import { readTerritories } from '../store/territories';
import { nameIn } from './edition-reader';

/** Saves that follow one another closely are one change. */
const DELAY_MS = 5000;

/** How often marks of other processes, and of those that died, are looked for. */
const LOOK_MS = 60_000;

const INHABITANTS = 100_000;

type Naming = {
  locale: string;
  level: number;
  population: number | null;
  measure: ActivityMeasure;
};

const countOf = (n: number, { level, population }: Pick<Naming, 'level' | 'population'>) => {
  const { low, high } = poissonRange(n, level);
  const rate = (count: number) => (count * INHABITANTS) / (population ?? 1);
  return {
    n,
    low,
    high,
    per100000: population === null ? null : { value: rate(n), low: rate(low), high: rate(high) },
  };
};

const tallyOf = (tally: Tally, naming: Naming): ActivityTally => {
  const { measure, locale, population } = naming;
  const scale = measure.levels?.scale ?? [];
  const strongest = [...scale].reverse().find(({ code }) => (tally.levels[code] ?? 0) > 0);
  return {
    ...countOf(tally.n, naming),
    ...(measure.amounts
      ? {
          amounts: Object.entries(tally.amounts)
            .sort(([a], [b]) => compareCodes(a, b))
            .map(([currency, amount]) => ({
              currency,
              amount,
              per100000: population === null ? null : (amount * INHABITANTS) / population,
            })),
        }
      : {}),
    ...(measure.levels
      ? {
          levels: scale.map(({ code, names }) => ({
            code,
            name: nameAmong(names, locale, code),
            ...countOf(tally.levels[code] ?? 0, naming),
          })),
          strongest: strongest
            ? { code: strongest.code, name: nameAmong(strongest.names, locale, strongest.code) }
            : null,
        }
      : {}),
  };
};

const measuresOf = (
  activity: UnitActivity,
  {
    settings,
    themes,
    locale,
  }: { settings: ActivitySettings; themes: Map<string, Theme>; locale: string },
): ActivityMeasureAnswer[] =>
  settings.measures.flatMap((measure) => {
    const tally = activity.measures[measure.code];
    if (!tally) return [];
    const naming = { locale, measure, level: settings.level, population: activity.population };
    return [
      {
        code: measure.code,
        name: nameAmong(measure.names, locale, measure.code),
        ...tallyOf(tally, naming),
        themes: Object.entries(tally.themes)
          .sort(([a], [b]) => compareCodes(a, b))
          .map(([theme, own]) => ({
            theme,
            name: nameIn(themes.get(theme)?.row, locale, theme),
            ...tallyOf(own, naming),
          })),
      },
    ];
  });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { activity: settings, territories } = parseSettings(strapi.config.get(`plugin::${PLUGIN}`));
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let clean = new AsyncResource('regional-dynamics.activity');

  const count = async (): Promise<void> => {
    if (!settings || !territories || stopped) return;
    const seen = await lastMark(strapi);
    const readAt = Date.now();
    const entries: ActivityEntry[] = [];
    for (const measure of settings.measures) {
      if (stopped) return;
      for (const entry of await readEntries(strapi, measure, settings)) entries.push(entry);
    }
    const themes = await readThemes(strapi, settings.themes);
    const units = countActivity({
      measures: settings.measures.map(({ code }) => code),
      entries,
      places: await readPlaces(strapi, territories),
      broader: new Map(
        [...themes.values()].flatMap(({ code, broader }): [string, string][] =>
          broader === null ? [] : [[code, broader]],
        ),
      ),
    });
    if (!stopped) await saveActivity(strapi, { units, readAt, seen });
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const next = running.then(count);
    running = next.catch((error: unknown) => {
      strapi.log.error(`The activity of the regions could not be counted: ${String(error)}`);
    });
    return next;
  };

  /** In a context of its own: the caller's transaction is over when the time has come. */
  const schedule = (): void => {
    clean.runInAsyncScope(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void run().catch(() => 'logged above'), DELAY_MS);
      timer.unref();
    });
  };

  /** The types whose entries are counted, or say where and under what. */
  const watched = (): string[] => {
    if (!settings || !territories) return [];
    const types = settings.measures.flatMap(({ uid, territories: places, themes }) =>
      [...places, ...themes].flatMap((path) => typesAlong(strapi, uid, path)),
    );
    return [
      ...new Set([...types, territories.uid, ...(settings.themes ? [settings.themes.uid] : [])]),
    ];
  };

  /** What was counted in a unit; null where the settings count nothing. */
  const profileOf = async (
    unit: string,
    { locale }: { locale: string },
  ): Promise<ActivityProfile | null> => {
    if (!settings) return null;
    const stored = await readActivity(strapi, unit);
    switch (stored.kind) {
      case 'pending':
        return { kind: 'not-computed' };
      case 'outside':
        return { kind: 'not-observed', reason: 'outside-perimeter' };
      case 'counted': {
        const { activity, readAt } = stored;
        const themes = await readThemes(strapi, settings.themes);
        return {
          kind: 'observed',
          countedAt: new Date(readAt).toISOString(),
          level: settings.level,
          population: activity.population,
          populationYear: activity.populationYear,
          measures: measuresOf(activity, { settings, themes, locale }),
        };
      }
    }
  };

  return {
    /** Counts now, and waits for it. */
    drain: run,

    /** Watches what is counted; at each start all is counted once, whatever happened meanwhile. */
    start(): void {
      if (!settings) return;
      stopped = false;
      clean = new AsyncResource('regional-dynamics.activity');
      const mark = async (): Promise<void> => {
        await markActivity(strapi, Date.now());
        schedule();
      };
      strapi.db.lifecycles.subscribe({
        models: watched(),
        afterCreate: mark,
        afterCreateMany: mark,
        afterUpdate: mark,
        afterUpdateMany: mark,
        afterDelete: mark,
        afterDeleteMany: mark,
      });
      schedule();
      looking = setInterval(() => {
        if (timer !== undefined) return;
        lastMark(strapi)
          .then((last) => (last === null ? undefined : schedule()))
          .catch((error: unknown) => strapi.log.error(`activity: ${String(error)}`));
      }, LOOK_MS);
      looking.unref();
    },

    /** What is not counted yet stays marked. */
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      clearInterval(looking);
      await running;
    },

    profileOf,

    /**
     * What was counted in a territory, given by a present or former code.
     * @throws NotFoundError for a code that is no territory's, or where nothing is counted at all
     */
    async findOne(code: string, { locale }: { locale: string }): Promise<ActivityResponse> {
      const units = await readTerritories(strapi);
      const unit = units.resolve(code);
      if (!units.isKnown(unit)) throw new errors.NotFoundError(`There is no territory "${code}"`);
      const activity = await profileOf(unit, { locale });
      if (!activity) throw new errors.NotFoundError('No activity is counted here');
      return { data: { unit, name: units.nameOf(unit, locale), activity } };
    },
  };
};
