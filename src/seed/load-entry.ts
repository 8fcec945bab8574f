import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { targetKey } from './find-targets';
import { problemsOfError } from './problems-of-error';
import { readRows } from './read-rows';
import type { SeedFileReport } from './report';
import { documentLink, resolveRelations, type SeedTarget } from './resolve-relations';
import type { SeedMark, SeedMemory } from './seed-memory';
import type { FindModel, SeedEntry } from './types';
import { writeEntry } from './write-entry';

const fieldsOf = (entry: SeedEntry): SeedMark['fields'] => ({
  ...Object.fromEntries(
    Object.entries(entry.locales).map(([locale, texts]) => [locale, Object.keys(texts)]),
  ),
  shared: Object.keys(entry.shared),
});

/**
 * Loads one entry in a transaction of its own, with its mark.
 * @param mark what is remembered of its last load
 * @param targets the entries that can be named, this one too where the database has it
 * @returns what happened, and where the entry is, if anywhere
 */
export const loadEntry = async ({
  strapi,
  findModel,
  memory,
  entry,
  mark,
  targets,
}: {
  strapi: Core.Strapi;
  findModel: FindModel;
  memory: SeedMemory;
  entry: SeedEntry;
  mark: SeedMark | undefined;
  targets: ReadonlyMap<string, SeedTarget>;
}): Promise<{ outcome: SeedFileReport; target?: SeedTarget }> => {
  const { file, type } = entry;
  const model = findModel(type);
  if (!model) throw new Error(`There is no content type ${type}`);
  const there = targets.get(targetKey(entry));
  const stay = (reason: string): { outcome: SeedFileReport; target?: SeedTarget } => ({
    outcome: { file, outcome: 'kept', reason, errors: [] },
    ...(there ? { target: there } : {}),
  });
  if (mark && !there) return stay('an editor has deleted the entry or changed its reference');
  if (!mark && there) return stay('an entry with this reference exists that no seed file has made');

  const missing = entry.needs.filter((need) => !targets.has(targetKey(need)));
  if (missing.length > 0) {
    return {
      outcome: {
        file,
        outcome: 'refused',
        errors: missing.map((need) => ({
          line: need.line,
          message: `${need.reference}: there is no ${need.type} of this reference, or its file was refused`,
        })),
      },
    };
  }

  const target = there ?? { documentId: entry.documentId, originalLocale: entry.originalLocale };
  const stateOf = async () =>
    createHash('sha256')
      .update(
        JSON.stringify(
          await readRows({ strapi, findModel, type, documentIds: [target.documentId] }),
        ),
      )
      .digest('hex');
  if (mark && (await stateOf()) !== mark.state) return stay('an editor has changed the entry');

  const shared = resolveRelations({
    model,
    findModel,
    values: entry.shared,
    linkTo: (need) => {
      const found = targets.get(targetKey(need));
      if (!found) throw new Error(`${need.reference} was not looked up`);
      return documentLink({ model, target: found });
    },
  });
  try {
    await strapi.db.transaction(async () => {
      await writeEntry({ strapi, model, entry, documentId: target.documentId, shared, mark });
      await memory.remember(
        file,
        { hash: entry.hash, state: await stateOf(), fields: fieldsOf(entry) },
        mark !== undefined,
      );
    });
  } catch (error) {
    const problems = problemsOfError(error, entry);
    if (!problems) throw new Error(`Loading the seed ${file} failed`, { cause: error });
    return { outcome: { file, outcome: 'refused', errors: problems } };
  }
  return { outcome: { file, outcome: mark ? 'updated' : 'created', errors: [] }, target };
};
