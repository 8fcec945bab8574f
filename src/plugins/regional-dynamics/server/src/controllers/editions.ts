import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { answerCsv, type ReadContext, type Row, wantsCsv } from './answer';
import { editionQuery } from './rankings-query';

const INPUT_COLUMNS = ['unit', 'year', 'indicator', 'value', 'flag', 'standard_error'];

const field = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const inputRows = (table: readonly (readonly unknown[])[]): Row[] => [
  INPUT_COLUMNS,
  ...table.map((row) => INPUT_COLUMNS.map((_, place) => field(row[place]))),
];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** An edition; as CSV the table it was made of, which `npm run dynamics -- score` reads. */
  async findOne(ctx: ReadContext & { params: { reference: string } }) {
    const query = editionQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const { reference } = ctx.params;
    const asCsv = wantsCsv(ctx, format);
    const inputs = asCsv ? 'true' : wanted.inputs;
    const body = await getService(strapi, 'published-editions').findOne(reference, {
      ...wanted,
      inputs,
    });
    if (asCsv) answerCsv(ctx, inputRows(body.data.inputTable ?? []));
    else ctx.body = body;
  },
});
