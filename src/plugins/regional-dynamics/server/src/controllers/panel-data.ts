import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  type GetImport,
  type PostImportPreview,
  type PostInspect,
  VINTAGE,
} from '../../../shared/data-contracts';
import { inFrench } from '../core/in-french';
import { YEARS } from '../core/observation';
import { getService } from '../get-service';
import { UnreadableFile } from '../import/figure-line';
import { inspectInThread } from '../import/read-in-thread';
import { type PanelContext, panelLocale } from './panel-context';
import { readInput } from './read-input';
import { withUpload } from './upload';

const digits = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= max, `must be between 1 and ${max}`);

const search = z.string().max(100).default('');

const indicatorsQuery = z.strictObject({
  search,
  page: digits(1_000_000).default(1),
  pageSize: digits(100).default(25),
  locale: panelLocale,
});

const key = z
  .string()
  .max(500)
  .transform((text, context) => {
    try {
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.addIssue({ code: 'custom', message: 'must be the "next" of an answer' });
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.string(), z.int(), z.string(), z.int()]))
  .transform(([unit, year, vintage, batch]) => ({ unit, year, vintage, batch }));

const observationsQuery = z.strictObject({
  year: digits(YEARS.max).optional(),
  search,
  after: key.optional(),
  locale: panelLocale,
});

const localeQuery = z.strictObject({ locale: panelLocale });

/** A JSON text in a field of the form. */
const where = z
  .string()
  .max(10_000)
  .default('{}')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().max(100), z.string().max(200)));

const importForm = z.strictObject({
  indicator: z.string().max(80).optional(),
  where,
  vintage: z.string().trim().regex(VINTAGE, 'must be letters, digits, "_", "." or "-"'),
});

const PAGE = 50;

/** The panel's pages of indicators and observations, and the import of figures. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const data = () => getService(strapi, 'panel-data');
  const imports = () => getService(strapi, 'import-jobs');

  const settingsOf = (ctx: PanelContext) => {
    const { locale } = readInput(localeQuery, ctx.query);
    const { indicator, where: pins, vintage } = readInput(importForm, ctx.request.body ?? {});
    return { series: { indicator: indicator || undefined, where: pins }, vintage, locale };
  };

  return {
    async indicators(ctx: PanelContext) {
      ctx.body = await data().indicators(readInput(indicatorsQuery, ctx.query));
    },

    async observations(ctx: PanelContext) {
      const query = readInput(observationsQuery, ctx.query);
      ctx.body = await data().observations({
        ...query,
        code: ctx.params.code ?? '',
        limit: PAGE,
      });
    },

    /** What an uploaded file is; it is not kept. */
    async inspect(ctx: PanelContext) {
      const { locale } = readInput(localeQuery, ctx.query);
      await withUpload(ctx, async (upload) => {
        try {
          const shape = await inspectInThread(upload);
          ctx.body = { data: { kind: 'readable', ...shape } } satisfies PostInspect;
        } catch (error) {
          if (!(error instanceof UnreadableFile)) throw error;
          const message = locale === 'fr' ? inFrench(error.message) : error.message;
          ctx.body = { data: { kind: 'unreadable', message } } satisfies PostInspect;
        }
      });
    },

    async preview(ctx: PanelContext) {
      await withUpload(ctx, async (upload) => {
        const found = await imports().preview(upload, settingsOf(ctx));
        ctx.body = { data: found } satisfies PostImportPreview;
      });
    },

    async start(ctx: PanelContext) {
      await withUpload(ctx, async (upload) => {
        ctx.body = { data: await imports().start(upload, settingsOf(ctx)) } satisfies GetImport;
        ctx.status = 202;
      });
    },

    progress(ctx: PanelContext) {
      ctx.body = { data: imports().find(ctx.params.id ?? '') } satisfies GetImport;
    },

    async cancel(ctx: PanelContext) {
      ctx.body = { data: await imports().cancel(ctx.params.id ?? '') } satisfies GetImport;
    },

    /** What became of every line, as CSV. */
    report(ctx: PanelContext & { type: string; attachment: (name: string) => void }) {
      const { file, name } = imports().report(ctx.params.id ?? '');
      ctx.attachment(name);
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = createReadStream(file);
    },
  };
};
