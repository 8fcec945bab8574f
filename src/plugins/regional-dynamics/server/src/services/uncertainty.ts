import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  GroupsResponse,
  PairwiseResponse,
  UncertaintyResponse,
} from '../../../shared/contracts';
import type { CompareQuery, TerritoryQuery, UncertaintyQuery } from '../controllers/rankings-query';
import {
  ABOVE,
  probabilityAbove,
  rankDistribution,
  rankGroups,
  rankRange,
  type Standing,
} from '../core/rank-range';
import type { Result, UnitResult } from '../core/result';
import { getService } from '../get-service';
import { readTerritories } from '../store/territories';
import { editionReader } from './edition-reader';
import { compareRows } from './rankings';

const quantile = (distribution: readonly { rank: number; share: number }[], p: number): number => {
  let sum = 0;
  for (const { rank, share } of distribution) {
    sum += share;
    if (sum >= p - 1e-12) return rank;
  }
  return distribution.at(-1)?.rank ?? 0;
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = editionReader(strapi);
  const analyses = () => getService(strapi, 'analyses');

  const open = async (query: TerritoryQuery) => {
    const edition = await reader.editionFor(query);
    const result: Result = await reader.resultOf(edition);
    const theme = reader.nodeOf(result, query.theme);
    const year = query.year ?? edition.year;
    const territories = await readTerritories(strapi);
    const nameOf = (unit: string) => territories.nameOf(unit, query.locale);
    const scoreOf = (unit: UnitResult) => ({
      unit: unit.unit,
      name: nameOf(unit.unit),
      ...reader.scoreOf(unit.nodes[theme], edition, result.uncertainty.level),
    });
    const find = (code: string): UnitResult => {
      const wanted = territories.resolve(code);
      const found = result.units.find((one) => one.unit === wanted && one.year === year);
      if (found) return found;
      throw new errors.NotFoundError(`${edition.reference} has no unit "${code}" in ${year}`);
    };
    const name = await reader.indexName(edition.indexCode, query.locale);
    const index = { code: edition.indexCode, name };
    const meta = { index, edition: edition.reference, year, theme };
    return { edition, result, theme, year, meta, nameOf, scoreOf, find };
  };

  return {
    /**
     * What the draws say of each unit's rank, and which assumptions move the ranks of the index.
     * The draws are made again from the edition's own inputs, in a thread: they are the same ones.
     */
    async find(query: UncertaintyQuery): Promise<UncertaintyResponse> {
      const { edition, result, theme, year, meta, scoreOf, find } = await open(query);
      const { page, pageSize, territory } = query;
      const drawn = await analyses().ranksOf(edition, theme, year);
      const placeOf = new Map(drawn.units.map((unit, place) => [unit, place]));
      const units =
        territory === undefined
          ? result.units.filter((unit) => unit.year === year).sort(compareRows(theme))
          : [find(territory)];
      const drawsOf = (unit: string) => {
        const cell = { node: theme, row: placeOf.get(unit) ?? -1 };
        const range = placeOf.has(unit) ? rankRange(drawn.places, cell) : null;
        if (!range) return null;
        const distribution = rankDistribution(drawn.places, cell);
        const { median, top10, ranked } = range;
        const quartiles: [number, number] = [
          quantile(distribution, 0.25),
          quantile(distribution, 0.75),
        ];
        return { median, quartiles, top10, ranked, distribution };
      };
      return {
        data: units
          .slice((page - 1) * pageSize, page * pageSize)
          .map((unit) => ({ ...scoreOf(unit), year, draws: drawsOf(unit.unit) })),
        meta: {
          ...meta,
          level: drawn.level,
          draws: drawn.count,
          seed: edition.seed,
          factors: drawn.factors,
          sensitivity: await analyses().sensitivityOf(edition),
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(units.length / pageSize),
            total: units.length,
          },
        },
      };
    },

    /**
     * The other units in three groups: above one, not distinguishable from it, below it.
     * @throws NotFoundError for an unknown unit or edition
     */
    async groups(code: string, query: TerritoryQuery): Promise<GroupsResponse> {
      const { edition, theme, year, meta, nameOf, scoreOf, find } = await open(query);
      const unit = find(code);
      const drawn = await analyses().ranksOf(edition, theme, year);
      const place = drawn.units.indexOf(unit.unit);
      const groups = rankGroups(drawn.units, drawn.places, { node: theme, place });
      const named = (standings: readonly Standing[]) =>
        standings.map((one) => ({ ...one, name: nameOf(one.unit) }));
      return {
        data: {
          ...scoreOf(unit),
          above: named(groups.above),
          notDistinguishable: named(groups.notDistinguishable),
          below: named(groups.below),
        },
        meta: {
          ...meta,
          above: ABOVE,
          below: Number((1 - ABOVE).toFixed(12)),
          draws: drawn.count,
          seed: edition.seed,
        },
      };
    },

    /** P(each of some units ranks above each other), ties one half. */
    async pairwise(query: CompareQuery): Promise<PairwiseResponse> {
      const { edition, theme, year, meta, scoreOf, find } = await open(query);
      const units = query.territories.map(find);
      const drawn = await analyses().ranksOf(edition, theme, year);
      const place = (unit: UnitResult) => drawn.units.indexOf(unit.unit);
      return {
        data: units.flatMap((one) =>
          units
            .filter((other) => other !== one)
            .map((other) => ({
              unit: one.unit,
              other: other.unit,
              probability: probabilityAbove(drawn.places, {
                node: theme,
                i: place(one),
                j: place(other),
              }),
            })),
        ),
        meta: { ...meta, draws: drawn.count, seed: edition.seed, units: units.map(scoreOf) },
      };
    },
  };
};
