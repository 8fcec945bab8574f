import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { IndexStatistics, StatisticsResponse } from '../../../shared/contracts';
import type { StatisticsQuery } from '../controllers/rankings-query';
import type { Correlation } from '../core/analysis/correlation';
import type { LeftOut } from '../core/analysis/leave-one-out';
import type { Statistics } from '../core/analysis/statistics-of';
import { getService } from '../get-service';
import type { EditionHead } from '../store/editions';
import { editionReader, nodeName, yearsOfEdition } from './edition-reader';

/** Why a figure is null; the column that is at fault stands under its code. */
const reasonOf = (
  { kind, ...rest }: { kind: string; column?: number },
  columns: readonly string[],
): { kind: string; code?: string } => {
  const code = columns[rest.column ?? -1];
  return code === undefined ? { kind } : { kind, code };
};

const correlationOf = (found: Correlation) =>
  found.kind === 'correlated' ? { r: found.r } : { r: null, reason: { kind: found.kind } };

const leftOutOf = (one: LeftOut) =>
  one.kind === 'compared'
    ? { meanShift: one.meanShift, maxShift: one.maxShift, unranked: one.unranked }
    : { meanShift: null, maxShift: null, unranked: null, reason: { kind: one.kind } };

/** The statistics with names for codes; null says why. */
const namedStatistics = (
  statistics: Statistics,
  nameOf: (code: string) => { code: string; name: string },
): Omit<IndexStatistics, 'convergence'> => {
  const doubled = new Set(statistics.doubleCounted.map(({ a, b }) => JSON.stringify([a, b])));
  const { components } = statistics;
  return {
    correlations: statistics.pairs.map(({ a, b, ...pair }) => ({
      a: nameOf(a),
      b: nameOf(b),
      ...correlationOf(pair),
      n: pair.n,
      doubleCounting: doubled.has(JSON.stringify([a, b])),
    })),
    nodes: statistics.nodes.map(({ code, alpha, balanced, children }) => ({
      ...nameOf(code),
      ...(alpha.kind === 'measured'
        ? { alpha: alpha.alpha }
        : {
            alpha: null,
            reason: reasonOf(
              alpha,
              children.map((child) => child.code),
            ),
          }),
      n: 'n' in alpha ? alpha.n : null,
      unbalanced: balanced.kind === 'balanced' ? null : balanced.kind,
      children: children.map((child, place) => ({
        ...nameOf(child.code),
        weight: child.weight,
        balancedWeight: balanced.kind === 'balanced' ? (balanced.weights[place] ?? null) : null,
        ...correlationOf(child.correlation),
      })),
    })),
    components:
      components.kind === 'components'
        ? components.components.map(({ eigenvalue, share, loadings }) => ({
            eigenvalue,
            share,
            loadings: statistics.indicators.map((code, place) => ({
              ...nameOf(code),
              loading: loadings[place] ?? 0,
            })),
          }))
        : [],
    noComponents:
      components.kind === 'components' ? null : reasonOf(components, statistics.indicators),
    leaveOneOut: statistics.leftOut.map((one) => ({ ...nameOf(one.code), ...leftOutOf(one) })),
  };
};

/** What a statistician asks of an index before signing it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = editionReader(strapi);
  /**
   * The statistics of an edition, published or not, in one of its years.
   * @throws NotFoundError for a year that is none of the edition's
   */
  const ofEdition = async (
    edition: EditionHead,
    { year, locale }: { year: number; locale: string },
  ): Promise<IndexStatistics> => {
    if (!yearsOfEdition(edition).includes(year)) {
      throw new errors.NotFoundError(`${edition.reference} has no year ${year}`);
    }
    const { nodes, dynamics } = await reader.resultOf(edition);
    const indicatorName = await reader.indicatorNames(locale);
    const nodeNames = new Map(nodes.map((node) => [node.code, nodeName(node, locale)]));
    const statistics = await getService(strapi, 'analyses').statisticsOf(edition, year);
    const nameOf = (code: string) => ({ code, name: nodeNames.get(code) ?? indicatorName(code) });
    const { from = 0, to = 0, beta, sigma } = dynamics ?? {};
    const convergence = beta && sigma ? { from, to, beta, sigma } : null;
    return { ...namedStatistics(statistics, nameOf), convergence };
  };

  return {
    ofEdition,

    /** @throws NotFoundError without a published edition */
    async find(query: StatisticsQuery): Promise<StatisticsResponse> {
      const { locale } = query;
      const edition = await reader.editionFor(query);
      const year = query.year ?? edition.year;
      const { indexCode, reference } = edition;
      const index = { code: indexCode, name: await reader.indexName(indexCode, locale) };
      return {
        data: await ofEdition(edition, { year, locale }),
        meta: { index, edition: reference, year },
      };
    },
  };
};
