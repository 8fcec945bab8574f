import type { Core } from '@strapi/strapi';
import type {
  GroupsResponse,
  PairwiseResponse,
  UncertaintyResponse,
} from '../../../shared/contracts';
import { getService } from '../get-service';
import { answerAs, type ReadContext, type Row } from './answer';
import { RANK_COLUMNS, rankFields } from './rankings-csv';
import { compareQuery, rankingsQuery, territoryQuery } from './rankings-query';
import { readInput } from './read-input';

const uncertaintyCsv = ({ data, meta }: UncertaintyResponse): Row[] => [
  [
    ...['unit', 'name', 'year', 'score', ...RANK_COLUMNS],
    ...['median', 'quartile_1', 'quartile_3', 'top10', 'ranked', 'draws', 'seed', 'edition'],
  ],
  ...data.map(({ unit, name, year, score, rank, draws }) => [
    ...[unit, name, year, score],
    ...rankFields(rank),
    draws?.median ?? null,
    draws?.quartiles[0] ?? null,
    draws?.quartiles[1] ?? null,
    draws?.top10 ?? null,
    draws?.ranked ?? null,
    ...[meta.draws, meta.seed, meta.edition],
  ]),
];

const groupsCsv = ({ data, meta }: GroupsResponse): Row[] => [
  ['unit', 'other', 'other_name', 'group', 'probability_above', 'edition'],
  ...(['above', 'notDistinguishable', 'below'] as const).flatMap((group) =>
    data[group].map(({ unit, name, probability }) => [
      ...[data.unit, unit, name],
      group === 'notDistinguishable' ? 'not-distinguishable' : group,
      ...[probability, meta.edition],
    ]),
  ),
];

const pairwiseCsv = ({ data, meta }: PairwiseResponse): Row[] => [
  ['unit', 'other', 'probability_above', 'edition'],
  ...data.map(({ unit, other, probability }) => [unit, other, probability, meta.edition]),
];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: ReadContext) {
    const { format, ...wanted } = readInput(rankingsQuery, ctx.query);
    const body = await getService(strapi, 'uncertainty').find(wanted);
    answerAs(ctx, { format, body, rows: () => uncertaintyCsv(body) });
  },

  async groups(ctx: ReadContext & { params: { unit: string } }) {
    const { format, ...wanted } = readInput(territoryQuery, ctx.query);
    const body = await getService(strapi, 'uncertainty').groups(ctx.params.unit, wanted);
    answerAs(ctx, { format, body, rows: () => groupsCsv(body) });
  },

  async pairwise(ctx: ReadContext) {
    const { format, ...wanted } = readInput(compareQuery, ctx.query);
    const body = await getService(strapi, 'uncertainty').pairwise(wanted);
    answerAs(ctx, { format, body, rows: () => pairwiseCsv(body) });
  },
});
