import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  CellValue,
  DomainScore,
  IndicesResponse,
  RankingRow,
  RankingsResponse,
  RankWithRange,
} from '../../../shared/contracts';
import { EDITION, INDEX, INDICATOR } from '../constants';
import type { RankingsQuery } from '../controllers/rankings-query';
import { compareCodes } from '../core/compare-codes';
import type { CellResult, NodeResult, Result, UnitResult } from '../core/result';
import { type EditionHead, frozenEditions } from '../store/editions';
import { readTerritories, type Territories } from '../store/territories';

type Named = Record<string, unknown>;

const KEPT = 8;

const nameIn = (row: Named | undefined, locale: string, fallback: string): string => {
  const wanted = `name${locale.slice(0, 1).toUpperCase()}${locale.slice(1, 2)}`;
  const found = [wanted, 'nameFr', 'nameEn'].map((column) => row?.[column]).find(Boolean);
  return typeof found === 'string' ? found : fallback;
};

const nodeName = (node: Result['nodes'][number], locale: string): string =>
  node.names[locale] ?? node.names.fr ?? node.names.en ?? node.code;

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

const cellValue = (
  cell: CellResult,
  place: { indicator: string; name: string; year: number },
): CellValue => {
  const { indicator, name } = place;
  if (cell.kind === 'missing') return { indicator, name, value: null, reason: cell.reason };
  const { origin } = cell;
  const from = 'from' in origin ? origin.from : place.year;
  return {
    indicator,
    name,
    value: cell.value,
    normalised: cell.normalised,
    year: from,
    age: 'age' in origin ? origin.age : 0,
    flag: cell.flag ?? null,
    imputed: origin.kind !== 'observed',
    carried: origin.kind === 'carried',
    origin,
    treatment: cell.treatment ?? null,
  };
};

/** Ranked units first, by rank; those without a score behind them; each by code. */
const compareRows = (theme: string) => (a: UnitResult, b: UnitResult) => {
  const position = ({ nodes }: UnitResult) => {
    const node = nodes[theme];
    return node?.kind === 'available' ? node.rank.value : Number.POSITIVE_INFINITY;
  };
  const [x, y] = [position(a), position(b)];
  return x === y ? compareCodes(a.unit, b.unit) : x < y ? -1 : 1;
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  // A published edition never changes: its results may be kept as long as there is room.
  const kept = new Map<number, Result>();
  const resultOf = async (edition: EditionHead): Promise<Result> => {
    const known = kept.get(edition.id);
    if (known) return known;
    const row: { results: Result } | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { id: edition.id }, select: ['results'] });
    if (!row) throw new errors.NotFoundError(`Edition ${edition.reference} is gone`);
    const oldest = kept.keys().next().value;
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(edition.id, row.results);
    return row.results;
  };

  const editionFor = async ({ index, year }: RankingsQuery): Promise<EditionHead> => {
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

  const indicatorNames = async (locale: string): Promise<(code: string) => string> => {
    const rows: (Named & { code: string })[] = await strapi.db.query(INDICATOR).findMany({});
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return (code) => nameIn(byCode.get(code), locale, code);
  };

  const rowOf = ({
    unit,
    edition,
    result,
    theme,
    locale,
    territories,
    indicatorName,
  }: {
    unit: UnitResult;
    edition: EditionHead;
    result: Result;
    theme: string;
    locale: string;
    territories: Territories;
    indicatorName: (code: string) => string;
  }): RankingRow => {
    const { level } = result.uncertainty;
    const domains: DomainScore[] = result.nodes
      .filter(({ parent }) => parent === result.root)
      .map((node) => ({
        code: node.code,
        name: nodeName(node, locale),
        ...scoreOf(unit.nodes[node.code], edition, level),
      }));
    return {
      unit: unit.unit,
      name: territories.nameOf(unit.unit, locale),
      year: unit.year,
      ...scoreOf(unit.nodes[theme], edition, level),
      domains,
      cells: Object.entries(unit.cells).map(([indicator, cell]) =>
        cellValue(cell, { indicator, name: indicatorName(indicator), year: unit.year }),
      ),
    };
  };

  return {
    /**
     * A page of the ranking of a published edition: the latest, or that of a year. `theme` ranks
     * by a node of the tree instead of the whole; `territory` asks for one unit, by a present or
     * a former code.
     * @throws NotFoundError without such an edition, ValidationError for an unknown theme
     */
    async find(query: RankingsQuery): Promise<RankingsResponse> {
      const { page, pageSize, locale } = query;
      const edition = await editionFor(query);
      const result = await resultOf(edition);
      const theme = query.theme ?? result.root;
      if (!result.nodes.some(({ code }) => code === theme)) {
        throw refused('theme', `must be one of ${result.nodes.map(({ code }) => code).join(', ')}`);
      }
      const territories = await readTerritories(strapi);
      const wanted = query.territory && territories.resolve(query.territory);
      const year = query.year ?? edition.year;
      const units = result.units
        .filter((found) => found.year === year && (wanted === undefined || found.unit === wanted))
        .sort(compareRows(theme));
      const indicatorName = await indicatorNames(locale);
      const index: Named | null = await strapi.db
        .query(INDEX)
        .findOne({ where: { code: edition.indexCode } });
      return {
        data: units
          .slice((page - 1) * pageSize, page * pageSize)
          .map((unit) =>
            rowOf({ unit, edition, result, theme, locale, territories, indicatorName }),
          ),
        meta: {
          index: {
            code: edition.indexCode,
            name: nameIn(index ?? undefined, locale, edition.indexCode),
          },
          edition: edition.reference,
          year,
          theme,
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(units.length / pageSize),
            total: units.length,
          },
        },
      };
    },

    /** The indices that have a published edition, their editions and the nodes of their latest. */
    async indices({ locale }: { locale: string }): Promise<IndicesResponse> {
      const rows: (Named & { code: string })[] = await strapi.db
        .query(INDEX)
        .findMany({ orderBy: { code: 'asc' } });
      const all = await frozenEditions(strapi, {});
      const data: IndicesResponse['data'] = [];
      for (const row of rows) {
        const editions = all.filter(({ indexCode }) => indexCode === row.code);
        const latest = editions[0];
        if (!latest) continue;
        const result = await resultOf(latest);
        data.push({
          code: row.code,
          name: nameIn(row, locale, row.code),
          editions: editions.map(({ reference, year, fromYear, number, draws, seed }) => ({
            reference,
            year,
            from: fromYear,
            number,
            draws,
            seed,
          })),
          nodes: [...result.nodes].reverse().map((node) => ({
            code: node.code,
            name: nodeName(node, locale),
            parent: node.parent,
            effectiveWeight: node.effectiveWeight,
          })),
        });
      }
      return { data };
    },
  };
};
