import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { getService } from '../get-service';
import { answerCsv, type ReadContext, type Row, wantsCsv } from './answer';
import { editionQuery } from './rankings-query';
import { readInput } from './read-input';

const INPUT_COLUMNS = ['unit', 'year', 'indicator', 'value', 'flag', 'standard_error'];

const field = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const inputRows = (table: readonly (readonly unknown[])[]): Row[] => [
  INPUT_COLUMNS,
  ...table.map((row) => INPUT_COLUMNS.map((_, place) => field(row[place]))),
];

const onlyJson = (): Error => {
  const message = 'must be false for CSV: results are JSON';
  return new errors.ValidationError(`results: ${message}`, {
    errors: [{ path: ['results'], message, name: 'ValidationError' }],
  });
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** An edition, with `results` in pieces; as CSV the table it was made of, which `npm run dynamics -- score` reads. */
  async findOne(ctx: ReadContext & { params: { reference: string } }) {
    const { format, results, ...wanted } = readInput(editionQuery, ctx.query);
    const { reference } = ctx.params;
    const editions = getService(strapi, 'published-editions');
    const asCsv = wantsCsv(ctx, format);
    if (results === 'true') {
      if (asCsv) throw onlyJson();
      const pieces = await editions.withResults(reference, wanted);
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = Readable.from(pieces, { objectMode: false });
      return;
    }
    const inputs = asCsv ? 'true' : wanted.inputs;
    const body = await editions.findOne(reference, { ...wanted, inputs });
    if (asCsv) answerCsv(ctx, inputRows(body.data.inputTable ?? []));
    else ctx.body = body;
  },
});
