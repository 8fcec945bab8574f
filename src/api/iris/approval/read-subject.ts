import type { Core } from '@strapi/strapi';
import { schemaOf } from '../../../rules/schema';
import { textHash } from '../rules/text-hash';
import { initiativeTextKeys, readOriginal } from '../store/initiative-facts';
import { initiativeText, type TextPart } from './initiative-text';

/** The text that an owner approves: the original's draft as it is. */
export type Subject = {
  locale: string;
  title: string;
  quality: string | null;
  hash: string;
  parts: TextPart[];
};

export const readSubject = async ({
  strapi,
  initiative,
}: {
  strapi: Core.Strapi;
  initiative: string;
}): Promise<Subject | undefined> => {
  const row = await readOriginal({ strapi, documentId: initiative });
  if (!row) return undefined;
  const keys = initiativeTextKeys(strapi);
  const { attributes } = schemaOf({ strapi, uid: 'api::iris.initiative' });
  return {
    locale: String(row.locale),
    title: typeof row.title === 'string' ? row.title : '',
    quality: typeof row.quality === 'string' ? row.quality : null,
    hash: textHash({ row, keys }),
    parts: initiativeText({
      row,
      fields: keys.map((key) => ({ key, type: attributes[key]?.type ?? 'string' })),
    }),
  };
};
