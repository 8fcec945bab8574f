import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collectNeeds } from './collect-needs';
import { documentIdOf } from './document-id';
import { fieldSchema, isLocalizedAttribute } from './field-schema';
import { type JsonPath, scanJson } from './scan-json';
import type { FindModel, SeedAttribute, SeedEntry, SeedModel, SeedProblem } from './types';

const HEAD = {
  type: z.string(),
  reference: z
    .string()
    .max(64)
    .regex(/^[A-Z0-9][A-Z0-9._-]*$/),
  sources: z.array(z.string().min(1)).min(1, 'must name where the facts come from'),
};

const schemaOf = (model: SeedModel, findModel: FindModel) => {
  if (!model.localized) {
    return z.strictObject({
      ...HEAD,
      fields: fieldSchema({ model, findModel, keep: () => true }),
    });
  }
  const texts = fieldSchema({ model, findModel, keep: isLocalizedAttribute });
  return z.strictObject({
    ...HEAD,
    originalLocale: z.string(),
    shared: fieldSchema({ model, findModel, keep: (field) => !isLocalizedAttribute(field) }),
    locales: z.record(z.string(), texts),
    published: z.array(z.string()).optional(),
  });
};

const schemas = new WeakMap<SeedModel, ReturnType<typeof schemaOf>>();

const cachedSchemaOf = (model: SeedModel, findModel: FindModel) => {
  const known = schemas.get(model);
  if (known) return known;
  const schema = schemaOf(model, findModel);
  schemas.set(model, schema);
  return schema;
};

/** `observatory/theme/THEME-X.json` holds entries of `api::observatory.theme`, named THEME-X. */
const expectedOf = (file: string) => {
  const [api, type, name] = file.split('/').slice(-3);
  return { type: `api::${api}.${type}`, reference: name?.replace(/\.json$/, '') };
};

/** Says of a field of the type that stands on the wrong side where it belongs. */
const misplaced = ({ side, field }: { side: unknown; field: SeedAttribute | undefined }) => {
  if (field && side === 'shared') return 'differs by language, so it stands under locales';
  if (field && side === 'locales') return 'is the same in all languages, so it stands under shared';
  return 'there is no such field here';
};

const problemsOf = (
  error: z.ZodError,
  lineOf: (path: JsonPath) => number,
  model?: SeedModel,
): SeedProblem[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        line: lineOf([...path, key]),
        message: `${[...path, key].join('.')}: ${misplaced({ side: path[0], field: path.length < 3 ? model?.attributes[key] : undefined })}`,
      }));
    }
    return [{ line: lineOf(path), message: `${path.join('.') || 'file'}: ${issue.message}` }];
  });

/**
 * Reads one seed file against the schema of its content type, without any I/O.
 * @param file its path within the seeds folder; its folders and name must agree with what it says
 * @param locales the locales that exist
 */
export const parseSeedFile = ({
  file,
  text,
  findModel,
  locales,
}: {
  file: string;
  text: string;
  findModel: FindModel;
  locales: readonly string[];
}): { outcome: 'parsed'; entry: SeedEntry } | { outcome: 'refused'; errors: SeedProblem[] } => {
  const scanned = scanJson(text);
  if (scanned.outcome === 'malformed') {
    return { outcome: 'refused', errors: [{ line: scanned.line, message: scanned.message }] };
  }
  const { value, lineOf } = scanned;
  const refuse = (path: JsonPath, message: string) => ({
    outcome: 'refused' as const,
    errors: [{ line: lineOf(path), message: `${path.join('.') || 'file'}: ${message}` }],
  });

  const head = z.looseObject({ type: z.string(), reference: z.string() }).safeParse(value);
  if (!head.success) return { outcome: 'refused', errors: problemsOf(head.error, lineOf) };
  const { type, reference } = head.data;
  const expected = expectedOf(file);
  const model = findModel(type);
  if (!model) return refuse(['type'], `there is no content type ${type}`);
  if (type !== expected.type) return refuse(['type'], `the folder is for ${expected.type}`);
  if (reference !== expected.reference) {
    return refuse(['reference'], `the file is named ${expected.reference}`);
  }

  const parsed = cachedSchemaOf(model, findModel).safeParse(value);
  if (!parsed.success)
    return { outcome: 'refused', errors: problemsOf(parsed.error, lineOf, model) };
  const { data } = parsed;
  const translated = 'originalLocale' in data ? data : undefined;
  if (translated) {
    const given = Object.keys(translated.locales);
    const unknown = given.find((locale) => !locales.includes(locale));
    if (unknown) return refuse(['locales', unknown], `there is no locale ${unknown}`);
    if (!given.includes(translated.originalLocale)) {
      return refuse(['originalLocale'], `the file has no texts in ${translated.originalLocale}`);
    }
    const absent = translated.published?.findIndex((locale) => !given.includes(locale)) ?? -1;
    if (absent >= 0) return refuse(['published', absent], 'the file has no texts in this locale');
  }

  const shared = 'fields' in data ? data.fields : data.shared;
  return {
    outcome: 'parsed',
    entry: {
      file,
      type,
      reference,
      documentId: documentIdOf({ type, reference }),
      hash: createHash('sha256').update(text).digest('hex'),
      originalLocale: translated?.originalLocale,
      // Where a type keeps its sources, it keeps at least those of the file.
      shared:
        model.attributes.sources && shared.sources === undefined
          ? { ...shared, sources: data.sources }
          : shared,
      locales: translated?.locales ?? {},
      published: translated ? (translated.published ?? Object.keys(translated.locales)) : [],
      needs: collectNeeds({
        model,
        findModel,
        values: shared,
        lineOf: (path) => lineOf([translated ? 'shared' : 'fields', ...path]),
      }),
      lineOf,
    },
  };
};
