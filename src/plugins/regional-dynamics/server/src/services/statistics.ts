import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { IndexStatistics, StatisticsResponse } from '../../../shared/contracts';
import type { StatisticsQuery } from '../controllers/rankings-query';
import type { Statistics } from '../core/analysis/statistics-of';
import { getService } from '../get-service';
import type { EditionHead } from '../store/editions';
import { editionReader, nodeName, yearsOfEdition } from './edition-reader';

const named = (
  statistics: Statistics,
  nameOf: (code: string) => { code: string; name: string },
): Omit<IndexStatistics, 'convergence'> => {
  const doubled = new Set(statistics.doubleCounted.map(({ a, b }) => JSON.stringify([a, b])));
  const { components } = statistics;
  return {
    correlations: statistics.pairs.map(({ a, b, n, ...pair }) => ({
      a: nameOf(a),
      b: nameOf(b),
      r: pair.kind === 'correlated' ? pair.r : null,
      n,
      doubleCounting: doubled.has(JSON.stringify([a, b])),
    })),
    nodes: statistics.nodes.map(({ code, alpha, balanced, children }) => ({
      ...nameOf(code),
      alpha: alpha.kind === 'measured' ? alpha.alpha : null,
      n: 'n' in alpha ? alpha.n : null,
      unbalanced: balanced.kind === 'balanced' ? null : balanced.kind,
      children: children.map((child, place) => ({
        ...nameOf(child.code),
        weight: child.weight,
        balancedWeight: balanced.kind === 'balanced' ? (balanced.weights[place] ?? null) : null,
        r: child.correlation.kind === 'correlated' ? child.correlation.r : null,
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
    leaveOneOut: statistics.leftOut.map((one) => ({
      ...nameOf(one.code),
      meanShift: one.kind === 'compared' ? one.meanShift : null,
      maxShift: one.kind === 'compared' ? one.maxShift : null,
      unranked: one.kind === 'compared' ? one.unranked : null,
    })),
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
    return { ...named(statistics, nameOf), convergence };
  };

  return {
    ofEdition,

    /** @throws NotFoundError without a published edition */
    async find(query: StatisticsQuery): Promise<StatisticsResponse> {
      const { locale } = query;
      const edition = await reader.editionFor({ ...query, page: 1, pageSize: 1 });
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
