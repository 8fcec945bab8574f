import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { relationPaths } from '../core/relation-paths';
import { databaseOf, type Transaction } from '../store/database';
import { type Dependence, markDependants } from '../store/mark-dependants';
import { markDocuments } from '../store/mark-documents';
import { hasDraftAndPublish } from '../store/read-rows';
import { relationHops } from '../store/relation-hops';
import { getConfig, getService } from './get-service';

/** What one Document Service call has touched so far; its marks are written once, at its end. */
type Scope = { touched: Map<string, Touched>; isOpen: boolean };

/** By documentId: whether all that happened to it was that rows were made. Nobody can link those yet. */
type Touched = Map<string, boolean>;

type Changed = {
  uid: string;
  documentIds: readonly string[];
  locale?: string | null;
  isNew?: boolean;
};

const touch = ({ scope, uid, documentIds, isNew = false }: Changed & { scope: Scope }): void => {
  const touched = scope.touched.get(uid) ?? new Map<string, boolean>();
  for (const documentId of documentIds) {
    touched.set(documentId, isNew && touched.get(documentId) !== false);
  }
  scope.touched.set(uid, touched);
};

/**
 * Writes marks. Within a Document Service call every write is collected and marked at the end of its
 * transaction; a write from elsewhere is marked at once, in the transaction that is open there or in its own.
 */
export const marking = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types } = getConfig(strapi);
  const db = databaseOf(strapi);
  const scopes = new AsyncLocalStorage<Scope>();
  const indexed = new Set(types.map(({ uid }) => uid));

  const findDependences = (): Map<string, Dependence[]> => {
    const found = new Map<string, Dependence[]>();
    for (const type of types) {
      for (const path of relationPaths(type)) {
        const hops = relationHops({ strapi, uid: type.uid, path });
        const target = hops.at(-1)?.target ?? '';
        // A component changes with its entry only.
        if (!strapi.contentTypes[target as keyof typeof strapi.contentTypes]) continue;
        const dependence = {
          uid: type.uid,
          table: strapi.db.metadata.get(type.uid).tableName,
          hasDraftAndPublish: hasDraftAndPublish({ strapi, uid: type.uid }),
          target,
          hops,
        };
        found.set(target, [...(found.get(target) ?? []), dependence]);
      }
    }
    return found;
  };
  let known: Map<string, Dependence[]> | undefined;
  const dependences = () => {
    known ??= findDependences();
    return known;
  };

  const writeDependants = async ({ trx, uid, documentIds }: Changed & { trx: Transaction }) => {
    if (documentIds.length === 0) return;
    for (const dependence of dependences().get(uid) ?? []) {
      await markDependants({ db, trx, dependence, documentIds, now: Date.now() });
    }
  };

  const write = async ({
    trx,
    uid,
    locale = null,
    touched,
  }: {
    trx: Transaction;
    uid: string;
    locale?: string | null;
    touched: Touched;
  }) => {
    const documentIds = [...touched.keys()];
    if (indexed.has(uid) && documentIds.length > 0) {
      await markDocuments({ db, trx, uid, documentIds, locale, now: Date.now() });
    }
    const shown = documentIds.filter((documentId) => touched.get(documentId) === false);
    await writeDependants({ trx, uid, documentIds: shown });
  };

  const wake = () => getService({ strapi, name: 'delivery' }).wake();

  return {
    /** Whether a change of this type can change a document of the index. */
    concerns: (uid: string): boolean => indexed.has(uid) || dependences().has(uid),
    isShown: (uid: string): boolean => dependences().has(uid),

    /** Marks entries and whoever shows them: at the end of the Document Service call around it, or at once. */
    mark: async (changed: Changed): Promise<void> => {
      const around = scopes.getStore();
      if (around?.isOpen) {
        touch({ scope: around, ...changed });
        return;
      }
      const scope: Scope = { touched: new Map(), isOpen: false };
      touch({ scope, ...changed });
      const touched = scope.touched.get(changed.uid) ?? new Map();
      await db.run(async ({ trx, onCommit }) => {
        await write({ trx, uid: changed.uid, locale: changed.locale ?? null, touched });
        onCommit(wake);
      });
    },

    /** Marks whoever shows these entries now: before a change that takes the links away. */
    markDependants: (changed: Changed): Promise<void> =>
      db.run(async ({ trx, onCommit }) => {
        await writeDependants({ trx, ...changed });
        onCommit(wake);
      }),

    /**
     * Runs a Document Service call and writes its marks in the same transaction: both or neither.
     * @param idsOf the documentIds that the call's result names
     */
    around: <T>({
      uid,
      documentIds,
      locale,
      takesLinksAway,
      isNew,
      work,
      idsOf,
    }: {
      uid: string;
      documentIds: readonly string[];
      locale: string | null;
      takesLinksAway: boolean;
      isNew: boolean;
      work: () => Promise<T>;
      idsOf: (result: T) => readonly string[];
    }): Promise<T> =>
      db.run(async ({ trx, onCommit }) => {
        if (takesLinksAway) await writeDependants({ trx, uid, documentIds });
        const scope: Scope = { touched: new Map(), isOpen: true };
        const result = await scopes.run(scope, work);
        scope.isOpen = false;
        touch({ scope, uid, documentIds: [...documentIds, ...idsOf(result)], isNew });
        for (const [touchedUid, touched] of [...scope.touched].sort(([a], [b]) =>
          a < b ? -1 : 1,
        )) {
          await write({
            trx,
            uid: touchedUid,
            locale: touchedUid === uid ? locale : null,
            touched,
          });
        }
        onCommit(wake);
        return result;
      }),
  };
};
