import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import { expect } from 'vitest';
import { COMPLETE_PROJECT, documents, PROJECT } from './shared-fields';

/** What the observatory must hold, said as simply as it can be said. */
type Version = { shared: string | null; lead: string | null; parent: string | null };
type Doc = {
  original: string;
  /** Drafts: the text of each locale. */
  texts: Map<string, string>;
  draft: Version;
  /** Published text of each locale. */
  published: Map<string, string>;
  /** What all published rows share; undefined while there are none. */
  live: Version | undefined;
};
export type Model = { docs: Map<string, Doc> };
export type Real = {
  strapi: Core.Strapi;
  ids: Map<string, string>;
  /** How many steps of each kind were done. */
  done: Map<string, number>;
};

const LOCALES = ['fr', 'el', 'pt'];

const drop = (model: Model, key: string) => {
  model.docs.delete(key);
  for (const doc of model.docs.values()) {
    if (doc.draft.parent === key) doc.draft = { ...doc.draft, parent: null };
    if (doc.live?.parent === key) doc.live = { ...doc.live, parent: null };
  }
};

/** The row of a target that a row of a locale and status shows. */
const shown = (model: Model, key: string | null, locale: string, status: 'draft' | 'published') => {
  const target = key === null ? undefined : model.docs.get(key);
  if (!target) return null;
  const locales = [...(status === 'draft' ? target.texts : target.published).keys()].sort();
  const chosen =
    locales.find((one) => one === locale) ??
    locales.find((one) => one === target.original) ??
    locales[0];
  return chosen === undefined ? null : `${key} ${chosen} ${status}`;
};

const expected = (model: Model) =>
  Object.fromEntries(
    [...model.docs].flatMap(([key, doc]) =>
      (['draft', 'published'] as const).flatMap((status) => {
        const version = status === 'draft' ? doc.draft : doc.live;
        return [...(status === 'draft' ? doc.texts : doc.published)].map(([locale, text]) => [
          `${key} ${locale} ${status}`,
          {
            text,
            shared: version?.shared,
            lead: version?.lead,
            original: doc.original,
            parent: shown(model, version?.parent ?? null, locale, status),
          },
        ]);
      }),
    ),
  );

type Stored = {
  documentId: string;
  locale: string;
  publishedAt: string | null;
  title: string;
  periodStart: string | null;
  originalLocale: string;
  lead: { documentId: string } | null;
  parent: { documentId: string; locale: string; publishedAt: string | null } | null;
};

const actual = async ({ strapi, ids }: Real) => {
  const keys = new Map([...ids].map(([key, documentId]) => [documentId, key]));
  const name = (row: { documentId: string; locale: string; publishedAt: string | null }) =>
    `${keys.get(row.documentId)} ${row.locale} ${row.publishedAt === null ? 'draft' : 'published'}`;
  const rows: Stored[] = await strapi.db.query(PROJECT).findMany({
    where: { documentId: { $in: [...ids.values()] } },
    populate: ['lead', 'parent'],
  });
  return Object.fromEntries(
    rows.map((row) => [
      name(row),
      {
        text: row.title,
        shared: row.periodStart,
        lead: row.lead?.documentId ?? null,
        original: row.originalLocale,
        parent: row.parent ? name(row.parent) : null,
      },
    ]),
  );
};

type Step =
  | { kind: 'create'; key: string; locale: string }
  | { kind: 'save'; key: string; locale: string; text: string; version: Partial<Version> }
  | { kind: 'publish' | 'unpublish' | 'discard' | 'delete'; key: string; locales: string[] | '*' };

const acted = (step: { locales: string[] | '*' }, there: Iterable<string>) =>
  [...there].filter((locale) => step.locales === '*' || step.locales.includes(locale));

const publishInModel = (doc: Doc, locales: string[]) => {
  for (const locale of locales) doc.published.set(locale, doc.texts.get(locale) ?? '');
  const first = locales[0];
  if (first === undefined) return;
  const followsDraft = locales.includes(doc.original) || !doc.published.has(doc.original);
  if (followsDraft || !doc.live) doc.live = { ...doc.draft };
};

/** Does a step to the model. */
const play = (model: Model, step: Step): void => {
  const doc = model.docs.get(step.key);
  if (step.kind === 'create') {
    model.docs.set(step.key, {
      original: step.locale,
      texts: new Map([[step.locale, 'new']]),
      draft: { shared: null, lead: null, parent: null },
      published: new Map(),
      live: undefined,
    });
    return;
  }
  if (!doc) return;
  if (step.kind === 'save') {
    doc.texts.set(step.locale, step.text);
    if (step.locale === doc.original) doc.draft = { ...doc.draft, ...step.version };
    return;
  }
  if (step.kind === 'publish') publishInModel(doc, acted(step, doc.texts.keys()));
  if (step.kind === 'unpublish') {
    for (const locale of acted(step, doc.published.keys())) doc.published.delete(locale);
  }
  if (step.kind === 'discard') {
    for (const locale of acted(step, doc.published.keys())) {
      doc.texts.set(locale, doc.published.get(locale) ?? '');
      if (locale === doc.original && doc.live) doc.draft = { ...doc.live };
    }
  }
  if (step.kind === 'delete') {
    for (const locale of acted(step, [...doc.texts.keys()])) {
      doc.texts.delete(locale);
      doc.published.delete(locale);
    }
    if (doc.texts.size === 0) drop(model, step.key);
  }
  if (doc.published.size === 0) doc.live = undefined;
};

const deletesOriginal = (model: Model, step: Step): boolean => {
  const doc = model.docs.get(step.key);
  if (step.kind !== 'delete' || !doc) return false;
  const gone = acted(step, doc.texts.keys());
  return gone.includes(doc.original) && gone.length < doc.texts.size;
};

const hasPublished = (model: Model, step: Step): boolean =>
  'locales' in step && acted(step, model.docs.get(step.key)?.published.keys() ?? []).length > 0;

/** Does a step to Strapi, as the admin would. */
const perform = async (model: Model, real: Real, step: Step): Promise<void> => {
  const projects = documents(real.strapi, PROJECT);
  const documentId = real.ids.get(step.key) ?? '';
  if (step.kind === 'create') {
    const created = await projects.create({
      locale: step.locale,
      data: { ...COMPLETE_PROJECT, title: 'new', kind: 'action' },
    });
    real.ids.set(step.key, created.documentId);
    return;
  }
  if (step.kind === 'save') {
    const { shared, lead, parent } = step.version;
    await projects.update({
      documentId,
      locale: step.locale,
      data: {
        ...COMPLETE_PROJECT,
        title: step.text,
        ...(shared === undefined ? {} : { periodStart: shared }),
        ...(lead === undefined ? {} : { lead }),
        ...(parent === undefined ? {} : { parent: parent && (real.ids.get(parent) ?? null) }),
      },
    });
    return;
  }
  const call = { documentId, locale: step.locales };
  if (step.kind === 'publish') await projects.publish(call);
  if (step.kind === 'unpublish') await projects.unpublish(call);
  if (step.kind === 'discard') {
    if (hasPublished(model, step)) await projects.discardDraft(call);
    else await expect(projects.discardDraft(call)).rejects.toThrow('nothing was discarded');
  }
  if (step.kind === 'delete') {
    if (deletesOriginal(model, step)) {
      await expect(projects.delete(call)).rejects.toThrow('cannot be deleted');
    } else {
      await projects.delete(call);
    }
  }
};

const isPossible = (model: Model, step: Step): boolean => {
  if (step.kind === 'create') return !model.docs.has(step.key);
  if (!model.docs.has(step.key)) return false;
  const parent = step.kind === 'save' ? step.version.parent : undefined;
  return !parent || model.docs.has(parent);
};

const command = (step: Step): fc.AsyncCommand<Model, Real> => ({
  check: (model) => isPossible(model, step),
  run: async (model, real) => {
    await perform(model, real, step);
    real.done.set(step.kind, (real.done.get(step.kind) ?? 0) + 1);
    if (!deletesOriginal(model, step)) play(model, step);
    expect(await actual(real)).toEqual(expected(model));
  },
  toString: () => JSON.stringify(step),
});

const FIRST: Step[] = [
  { kind: 'create', key: 'A', locale: 'fr' },
  { kind: 'save', key: 'A', locale: 'el', text: 'A el', version: {} },
  { kind: 'create', key: 'B', locale: 'el' },
  { kind: 'save', key: 'B', locale: 'fr', text: 'B fr', version: {} },
  { kind: 'create', key: 'C', locale: 'pt' },
  { kind: 'save', key: 'A', locale: 'fr', text: 'A fr', version: { parent: 'B' } },
  { kind: 'create', key: 'D', locale: 'fr' },
  { kind: 'publish', key: 'D', locales: '*' },
  { kind: 'discard', key: 'D', locales: '*' },
  { kind: 'unpublish', key: 'D', locales: '*' },
  { kind: 'delete', key: 'D', locales: '*' },
];

/**
 * Three documents in one or two locales, one of them linked, to start from. Every kind of step is
 * done on the way, so that a run of chance without one of them still tries it.
 */
export const start = async ({
  strapi,
  done,
}: Pick<Real, 'strapi' | 'done'>): Promise<{ model: Model; real: Real }> => {
  const model: Model = { docs: new Map() };
  const real: Real = { strapi, done, ids: new Map() };
  for (const step of FIRST) await command(step).run(model, real);
  return { model, real };
};

/** Any sequence of what editors do to a few documents in three locales. */
export const sequences = ({
  organisations,
  maxCommands,
}: {
  organisations: string[];
  maxCommands: number;
}) => {
  const key = fc.constantFrom('A', 'B', 'C');
  const locale = fc.constantFrom(...LOCALES);
  const locales = fc.oneof(
    fc.constant('*' as const),
    fc.subarray(LOCALES, { minLength: 1, maxLength: 2 }),
  );
  const version = fc.record(
    {
      shared: fc.option(fc.integer({ min: 1990, max: 2030 }).map(String)),
      lead: fc.option(fc.constantFrom(...organisations)),
      parent: fc.option(key),
    },
    { requiredKeys: [] },
  );
  const create = fc.record({ kind: fc.constant('create' as const), key, locale });
  const save = fc.record({
    kind: fc.constant('save' as const),
    key,
    locale,
    text: fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...'αβγabc') }),
    version,
  });
  const on = (kind: 'publish' | 'unpublish' | 'discard' | 'delete') =>
    fc.record({ kind: fc.constant(kind), key, locales });
  const steps: fc.Arbitrary<Step>[] = [
    create,
    create,
    save,
    save,
    save,
    save,
    on('publish'),
    on('publish'),
    on('unpublish'),
    on('discard'),
    on('delete'),
  ];
  return fc.commands(
    steps.map((step) => step.map(command)),
    { maxCommands, size: 'max' },
  );
};
