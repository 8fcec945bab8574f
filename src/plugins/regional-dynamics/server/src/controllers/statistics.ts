import type { Core } from '@strapi/strapi';
import type { StatisticsResponse } from '../../../shared/contracts';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { answerAs, type ReadContext, type Row } from './answer';
import { statisticsQuery } from './rankings-query';

const BETA = ['a', 'b', 'r2', 'speed', 'halfLife'] as const;

/** A line per figure: what it is, of which two things, over how many units. */
const statisticsCsv = ({ data, meta }: StatisticsResponse): Row[] => {
  const { convergence } = data;
  const line = (
    statistic: string,
    [of, other]: [string, string | null],
    value: number | null,
    n: number | null = null,
  ): Row => [statistic, of, other, value, n, meta.year, meta.edition];
  return [
    ['statistic', 'of', 'other', 'value', 'n', 'year', 'edition'],
    ...data.correlations.map(({ a, b, r, n }) => line('correlation', [a.code, b.code], r, n)),
    ...data.nodes.flatMap(({ code, alpha, n, children }) => [
      line('cronbach-alpha', [code, null], alpha, n),
      ...children.flatMap((child) => [
        line('weight', [child.code, code], child.weight),
        line('balanced-weight', [child.code, code], child.balancedWeight),
        line('correlation-with-node', [child.code, code], child.r),
      ]),
    ]),
    ...data.components.flatMap(({ eigenvalue, loadings }, place) => [
      line('eigenvalue', [`component-${place + 1}`, null], eigenvalue),
      ...loadings.map(({ code, loading }) =>
        line('loading', [code, `component-${place + 1}`], loading),
      ),
    ]),
    ...data.leaveOneOut.flatMap(({ code, meanShift, maxShift, unranked }) => [
      line('leave-one-out-mean-shift', [code, null], meanShift),
      line('leave-one-out-max-shift', [code, null], maxShift),
      line('leave-one-out-unranked', [code, null], unranked),
    ]),
    ...(convergence
      ? [
          ...BETA.map((name) =>
            line(
              `beta-${name}`,
              [convergence.beta.kind, null],
              convergence.beta[name] ?? null,
              convergence.beta.n,
            ),
          ),
          ...convergence.sigma.map(({ year, variation, n }) =>
            line('sigma', [`${year}`, null], variation, n),
          ),
        ]
      : []),
  ];
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: ReadContext) {
    const query = statisticsQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const body = await getService(strapi, 'statistics').find(wanted);
    answerAs(ctx, { format, body, rows: () => statisticsCsv(body) });
  },
});
