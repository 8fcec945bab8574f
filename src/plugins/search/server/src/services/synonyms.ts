import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SYNONYM } from '../constants';
import { checkSynonym } from '../core/check-synonym';
import { EVERY_LOCALE } from '../core/entry-document';
import { type SynonymEntry, type Synonyms, synonymsOf } from '../core/synonyms';
import { databaseOf } from '../store/database';
import { getService } from './get-service';

type Stored = Partial<SynonymEntry>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What editors say that means the same. */
export const synonyms = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(SYNONYM as UID.ContentType);
  return {
    /** The synonyms of each target, as they are stored now. */
    read: async (): Promise<(target: string) => Synonyms> => {
      const entries: SynonymEntry[] = await rows().findMany({
        select: ['words', 'alsoFinds', 'language'],
      });
      return (target) =>
        synonymsOf(
          entries.filter(({ language }) => target === EVERY_LOCALE || language === target),
        );
    },
    /**
     * @param documentId the entry that is changed; undefined for a new one
     * @throws ValidationError with everything that is wrong with the entry as it would be
     */
    check: async ({
      documentId,
      data,
    }: {
      documentId: string | undefined;
      data: Stored;
    }): Promise<void> => {
      const stored: Stored = documentId ? await rows().findOne({ where: { documentId } }) : {};
      const { words, alsoFinds, language } = { ...stored, ...data };
      const { locales } = await getService({ strapi, name: 'locales' }).get();
      const faults = checkSynonym({
        words: textOrNull(words),
        alsoFinds: textOrNull(alsoFinds),
        language: textOrNull(language),
        locales,
      });
      if (faults.length === 0) return;
      throw new errors.ValidationError(faults.map(({ message }) => message).join('; '), {
        uid: SYNONYM,
        errors: faults,
      });
    },
    /** Brings the indexes' settings up to date as soon as what is being written is committed. */
    push: (): Promise<void> =>
      databaseOf(strapi).run(async ({ onCommit }) => {
        onCommit(() => getService({ strapi, name: 'delivery' }).forgetIndexes());
      }),
  };
};
