import { stringify } from '../../../shared/stringify-csv';

export type Row = readonly (string | number | null)[];

export type ReadContext = {
  query: Record<string, unknown>;
  body: unknown;
  type: string;
  accepts: (...types: string[]) => string | false;
  vary: (header: string) => void;
};

type Format = 'json' | 'csv' | undefined;

/** Whether `format`, or else `Accept`, asks for CSV. */
export const wantsCsv = (ctx: ReadContext, format: Format): boolean => {
  ctx.vary('Accept');
  return format === undefined ? ctx.accepts('json', 'csv') === 'csv' : format === 'csv';
};

export const answerCsv = (ctx: ReadContext, rows: readonly Row[]): void => {
  ctx.type = 'text/csv; charset=utf-8';
  ctx.body = stringify(rows);
};

/** Answers JSON or CSV. */
export const answerAs = (
  ctx: ReadContext,
  { format, body, rows }: { format: Format; body: unknown; rows: () => Row[] },
): void => {
  if (wantsCsv(ctx, format)) answerCsv(ctx, rows());
  else ctx.body = body;
};
