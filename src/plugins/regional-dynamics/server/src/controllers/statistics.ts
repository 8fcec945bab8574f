import type { Core } from '@strapi/strapi';
import type { StatisticsResponse } from '../../../shared/contracts';
import { getService } from '../get-service';
import { answerAs, type ReadContext, type Row } from './answer';
import { statisticsQuery } from './rankings-query';
import { readInput } from './read-input';

const kindOf = ({ reason }: { reason?: { kind: string } }): string | null => reason?.kind ?? null;

const BETA = ['a', 'b', 'r2', 'speed', 'halfLife'] as const;

/** A line per figure: what it is, of which two things, over how many units. */
const statisticsCsv = ({ data, meta }: StatisticsResponse): Row[] => {
  const { convergence } = data;
  const line = (
    statistic: string,
    [of, other]: [string, string | null],
    value: number | null,
    { n = null, reason = null }: { n?: number | null; reason?: string | null } = {},
  ): Row => [statistic, of, other, value, n, meta.year, meta.edition, reason];
  return [
    ['statistic', 'of', 'other', 'value', 'n', 'year', 'edition', 'reason'],
    ...data.correlations.map(({ a, b, r, n, ...one }) =>
      line('correlation', [a.code, b.code], r, { n, reason: kindOf(one) }),
    ),
    ...data.nodes.flatMap(({ code, alpha, n, children, unbalanced, ...node }) => [
      line('cronbach-alpha', [code, null], alpha, { n, reason: kindOf(node) }),
      ...children.flatMap((child) => [
        line('weight', [child.code, code], child.weight),
        line('balanced-weight', [child.code, code], child.balancedWeight, { reason: unbalanced }),
        line('correlation-with-node', [child.code, code], child.r, { reason: kindOf(child) }),
      ]),
    ]),
    ...(data.noComponents
      ? [line('eigenvalue', ['component-1', null], null, { reason: data.noComponents.kind })]
      : []),
    ...data.components.flatMap(({ eigenvalue, loadings }, place) => [
      line('eigenvalue', [`component-${place + 1}`, null], eigenvalue),
      ...loadings.map(({ code, loading }) =>
        line('loading', [code, `component-${place + 1}`], loading),
      ),
    ]),
    ...data.leaveOneOut.flatMap(({ code, meanShift, maxShift, unranked, ...one }) => {
      const why = { reason: kindOf(one) };
      return [
        line('leave-one-out-mean-shift', [code, null], meanShift, why),
        line('leave-one-out-max-shift', [code, null], maxShift, why),
        line('leave-one-out-unranked', [code, null], unranked, why),
      ];
    }),
    ...(convergence
      ? [
          ...BETA.map((name) =>
            line(`beta-${name}`, [convergence.beta.kind, null], convergence.beta[name] ?? null, {
              n: convergence.beta.n,
            }),
          ),
          ...convergence.sigma.map(({ year, variation, n }) =>
            line('sigma', [`${year}`, null], variation, { n }),
          ),
        ]
      : []),
  ];
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: ReadContext) {
    const { format, ...wanted } = readInput(statisticsQuery, ctx.query);
    const body = await getService(strapi, 'statistics').find(wanted);
    answerAs(ctx, { format, body, rows: () => statisticsCsv(body) });
  },
});
