import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  CellValue,
  Clamped,
  DomainScore,
  RankingRow,
  RankWithRange,
} from '../../../shared/contracts';
import { nameAmong } from '../../../shared/name-among';
import { EDITION, INDEX, INDICATOR } from '../constants';
import { clampsOf } from '../core/edition-cells';
import { observationsOfTable } from '../core/edition-inputs';
import { nutsVersionOf } from '../core/nuts';
import { editionRecipeSchema, isAsObserved, type Recipe } from '../core/recipe';
import {
  type CellResult,
  cellsInOrder,
  type NodeResult,
  type Result,
  type UnitResult,
} from '../core/result';
import { type Scored, score } from '../core/score';
import { type EditionHead, frozenEdition, frozenEditions } from '../store/editions';
import type { Territories } from '../store/territories';

type Named = Record<string, unknown>;

/** How an indicator is called, and what the figures of an edition are measured in. */
export type IndicatorWords = { name: string; unitOfMeasure: string | null };

/** What an edition was made of, as it is kept. */
export type StoredInputs = { recipe: unknown; inputTable: (string | number | null)[][] };

const KEPT = 8;

const keep = <T>(kept: Map<number, T>, id: number, value: T): void => {
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(id, value);
};

/** What a row says in a language, which is the end of its columns' names: `nameFr`, `unitEl`. */
const textIn = (row: Named | undefined, stem: string, locale: string): string | null => {
  const wanted = `${locale.slice(0, 1).toUpperCase()}${locale.slice(1, 2)}`;
  const found = [wanted, 'Fr', 'En'].map((end) => row?.[`${stem}${end}`]).find(Boolean);
  return typeof found === 'string' ? found : null;
};

export const nameIn = (row: Named | undefined, locale: string, fallback: string): string =>
  textIn(row, 'name', locale) ?? fallback;

/** An indicator's unit of measure; where no language has one, as its source writes it. */
export const unitIn = (row: Named | undefined, locale: string): string | null =>
  textIn(row, 'unit', locale) ?? (typeof row?.unit === 'string' && row.unit ? row.unit : null);

export const nodeName = (node: Result['nodes'][number], locale: string): string =>
  nameAmong(node.names, locale, node.code);

const refused = (parameter: string, rule: string) =>
  new errors.ValidationError(`${parameter}: ${rule}`, {
    errors: [{ path: [parameter], message: rule, name: 'ValidationError' }],
  });

const rankOf = (node: NodeResult, edition: EditionHead, level: number): RankWithRange | null =>
  node.kind === 'missing'
    ? null
    : {
        value: node.rank.value,
        low: node.rank.low,
        high: node.rank.high,
        level,
        of: node.rank.of,
        ties: node.rank.ties,
        edition: edition.reference,
        draws: edition.draws,
        seed: edition.seed,
      };

const scoreOf = (node: NodeResult | undefined, edition: EditionHead, level: number) => {
  if (!node) return { score: null, rank: null, reason: { kind: 'not-observed' } } as const;
  const rank = rankOf(node, edition, level);
  return node.kind === 'missing' || rank === null
    ? ({
        score: null,
        rank: null,
        reason: node.kind === 'missing' ? node.reason : { kind: 'not-observed' },
      } as const)
    : { score: node.score, rank };
};

export const cellValue = (
  cell: CellResult,
  place: { indicator: string; year: number; clamped: Clamped | null } & IndicatorWords,
): CellValue => {
  const { indicator, name, unitOfMeasure, clamped } = place;
  const head = { indicator, name, unitOfMeasure };
  if (cell.kind === 'missing') return { ...head, value: null, reason: cell.reason };
  const { origin, treatment = null } = cell;
  const from = 'from' in origin ? origin.from : place.year;
  return {
    ...head,
    // A logarithm is no longer in the indicator's unit.
    unitOfMeasure: treatment?.kind === 'log' ? null : unitOfMeasure,
    value: cell.value,
    normalised: cell.normalised,
    year: from,
    age: 'age' in origin ? origin.age : 0,
    flag: cell.flag ?? null,
    imputed: origin.kind !== 'observed',
    carried: origin.kind === 'carried',
    origin,
    treatment,
    clamped,
  };
};

/** What was clamped of a unit, by the codes of indicators and nodes, with the names of a language. */
const clampedOf = (
  unit: UnitResult,
  nodes: Result['nodes'],
  locale: string,
): ((code: string) => Clamped | null) => {
  const clamps = clampsOf(unit);
  return (code) => {
    const clamp = clamps.get(code);
    const node = nodes.find((one) => one.code === clamp?.node);
    return clamp && node ? { ...clamp, name: nodeName(node, locale) } : null;
  };
};

export const yearsOfEdition = ({ fromYear, year }: EditionHead): number[] => {
  const first = fromYear ?? year;
  return Array.from({ length: year - first + 1 }, (_, k) => first + k);
};

/** Which edition is asked for. */
export type WantedEdition = {
  index?: string | undefined;
  year?: number | undefined;
  edition?: string | undefined;
};

const makeReader = (strapi: Core.Strapi) => {
  // A published edition never changes: its results may be kept as long as there is room.
  const kept = new Map<number, Result>();
  const scoredRuns = new Map<number, Scored>();
  const recipes = new Map<number, Recipe>();
  const resultOf = async (edition: EditionHead): Promise<Result> => {
    const known = kept.get(edition.id);
    if (known) return known;
    const row: { results: Result } | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { id: edition.id }, select: ['results'] });
    if (!row) throw new errors.NotFoundError(`Edition ${edition.reference} is gone`);
    keep(kept, edition.id, row.results);
    return row.results;
  };

  /** The edition that was cited; index and year may be said beside it, and must then be its own. */
  const citedEdition = async (
    reference: string,
    { index, year }: Omit<WantedEdition, 'edition'>,
  ): Promise<EditionHead> => {
    const edition = await frozenEdition(strapi, reference);
    if (!edition) throw new errors.NotFoundError(`There is no published edition "${reference}"`);
    if (index !== undefined && index !== edition.indexCode) {
      throw refused('index', `must be ${edition.indexCode}, the index of the edition`);
    }
    if (year !== undefined && !yearsOfEdition(edition).includes(year)) {
      throw new errors.NotFoundError(`${reference} has no year ${year}`);
    }
    return edition;
  };

  /**
   * The published edition that is meant: the one cited, or the latest of an index and year.
   * @throws NotFoundError without one, ValidationError where it is not said of which index
   */
  const editionFor = async ({ index, year, edition: cited }: WantedEdition) => {
    if (cited !== undefined) return citedEdition(cited, { index, year });
    const found = await frozenEditions(strapi, { indexCode: index, year });
    const codes = new Set(found.map(({ indexCode }) => indexCode));
    if (index === undefined && codes.size > 1) {
      throw refused('index', `must be one of ${[...codes].join(', ')}`);
    }
    const edition = found[0];
    if (edition) return edition;
    const what = [index ?? 'any index', ...(year === undefined ? [] : [`of ${year}`])].join(' ');
    throw new errors.NotFoundError(`There is no published edition of ${what}`);
  };

  const indicatorRows = async (): Promise<Map<string, Named>> => {
    const rows: (Named & { code: string })[] = await strapi.db.query(INDICATOR).findMany({});
    return new Map(rows.map((row) => [row.code, row]));
  };

  const indicatorNames = async (locale: string): Promise<(code: string) => string> => {
    const rows = await indicatorRows();
    return (code) => nameIn(rows.get(code), locale, code);
  };

  const recipeOf = async (edition: Pick<EditionHead, 'id'>): Promise<Recipe> => {
    const known = recipes.get(edition.id);
    if (known) return known;
    const row: { recipe: unknown } | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { id: edition.id }, select: ['recipe'] });
    const recipe = editionRecipeSchema.parse(row?.recipe);
    keep(recipes, edition.id, recipe);
    return recipe;
  };

  /**
   * How an edition's indicators are called. One that a transform or a denominator has made another
   * quantity is measured in what the recipe says, if it does.
   */
  const indicatorsOf = async (
    edition: Pick<EditionHead, 'id'>,
    locale: string,
  ): Promise<(code: string) => IndicatorWords> => {
    const rows = await indicatorRows();
    const { indicators } = await recipeOf(edition);
    const settings = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return (code) => {
      const row = rows.get(code);
      const setting = settings.get(code);
      const own = isAsObserved(setting) ? unitIn(row, locale) : null;
      return { name: nameIn(row, locale, code), unitOfMeasure: own ?? setting?.unit ?? null };
    };
  };

  const rowOf = ({
    unit,
    edition,
    result,
    theme,
    locale,
    territories,
    indicatorOf,
  }: {
    unit: UnitResult;
    edition: EditionHead;
    result: Result;
    theme: string;
    locale: string;
    territories: Territories;
    indicatorOf: (code: string) => IndicatorWords;
  }): RankingRow => {
    const { level } = result.uncertainty;
    const clampedAt = clampedOf(unit, result.nodes, locale);
    const domains: DomainScore[] = result.nodes
      .filter(({ parent }) => parent === result.root)
      .map((node) => {
        const scored = scoreOf(unit.nodes[node.code], edition, level);
        const clamped = clampedAt(node.code);
        return {
          code: node.code,
          name: nodeName(node, locale),
          ...(scored.rank && clamped ? { ...scored, clamped } : scored),
        };
      });
    return {
      unit: unit.unit,
      name: territories.nameOf(unit.unit, locale),
      year: unit.year,
      ...scoreOf(unit.nodes[theme], edition, level),
      domains,
      cells: cellsInOrder(unit).map(([indicator, cell]) =>
        cellValue(cell, {
          ...{ indicator, year: unit.year, clamped: clampedAt(indicator) },
          ...indicatorOf(indicator),
        }),
      ),
    };
  };

  const indexName = async (code: string, locale: string): Promise<string> => {
    const index: Named | null = await strapi.db.query(INDEX).findOne({ where: { code } });
    return nameIn(index ?? undefined, locale, code);
  };

  const nodeOf = (result: Result, theme: string | undefined): string => {
    const wanted = theme ?? result.root;
    if (result.nodes.some(({ code }) => code === wanted)) return wanted;
    throw refused('theme', `must be one of ${result.nodes.map(({ code }) => code).join(', ')}`);
  };

  const inputsOf = async (
    edition: EditionHead,
  ): Promise<Pick<StoredInputs, 'inputTable'> & { recipe: Recipe }> => {
    const row: StoredInputs | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { id: edition.id }, select: ['recipe', 'inputTable'] });
    if (!row) throw new errors.NotFoundError(`Edition ${edition.reference} is gone`);
    return { recipe: editionRecipeSchema.parse(row.recipe), inputTable: row.inputTable };
  };

  /** The nominal run of an edition, from its own recipe and input table: what analyses stand on. */
  const scoredOf = async (edition: EditionHead): Promise<Scored> => {
    const known = scoredRuns.get(edition.id);
    if (known) return known;
    const { recipe, inputTable } = await inputsOf(edition);
    const scored = score({
      recipe,
      observations: observationsOfTable(inputTable),
      years: yearsOfEdition(edition),
      nutsVersion: nutsVersionOf(edition.nutsVersion),
    });
    keep(scoredRuns, edition.id, scored);
    return scored;
  };

  return {
    resultOf,
    scoredOf,
    inputsOf,
    editionFor,
    indicatorNames,
    indicatorsOf,
    indexName,
    nodeOf,
    rowOf,
    scoreOf,
  };
};

const readers = new WeakMap<Core.Strapi, ReturnType<typeof makeReader>>();

/** Reads editions and shows what is in them. One for all services: what it keeps is large. */
export const editionReader = (strapi: Core.Strapi): ReturnType<typeof makeReader> => {
  const known = readers.get(strapi);
  if (known) return known;
  const reader = makeReader(strapi);
  readers.set(strapi, reader);
  return reader;
};
