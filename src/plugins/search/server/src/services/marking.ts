import type { Core } from '@strapi/strapi';
import { relationPaths } from '../core/relation-paths';
import { databaseOf, type Transaction } from '../store/database';
import { type Dependence, dependantsOf } from '../store/dependants';
import { markDocuments } from '../store/mark-documents';
import { hasDraftAndPublish } from '../store/read-rows';
import { relationHops } from '../store/relation-hops';
import { getConfig, getService } from './get-service';

/** An entry that a transaction touches. `isShown`: whoever shows it must be marked with it. */
type Touched = { locale: string | null; isShown: boolean };

/** By type and documentId. */
type Pending = Map<string, Map<string, Touched>>;

/** `isNew`: all that happened was that rows were made, and nobody can link those yet. */
export type Changed = {
  uid: string;
  documentIds: readonly string[];
  locale?: string | null;
  isNew?: boolean;
};

const touch = ({
  pending,
  uid,
  documentIds,
  locale = null,
  isNew = false,
}: Changed & { pending: Pending }): void => {
  const touched = pending.get(uid) ?? new Map<string, Touched>();
  for (const documentId of documentIds) {
    const before = touched.get(documentId);
    touched.set(documentId, {
      locale: locale ?? before?.locale ?? null,
      isShown: !isNew || before?.isShown === true,
    });
  }
  pending.set(uid, touched);
};

/** Of each edited language those that were edited in it. */
const byLocale = (touched: ReadonlyMap<string, Touched>) => {
  const groups = new Map<string | null, string[]>();
  for (const [documentId, { locale }] of touched) {
    const group = groups.get(locale) ?? [];
    group.push(documentId);
    groups.set(locale, group);
  }
  return groups;
};

/**
 * Writes marks. What a transaction touches is collected, and marked in one statement as the last thing
 * before its commit: editors hold no mark while they work, so that they never wait for one another's.
 */
export const marking = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types } = getConfig(strapi);
  const db = databaseOf(strapi);
  const indexed = new Set(types.map(({ uid }) => uid));
  const open = new WeakMap<Transaction, Pending>();

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

  const write = ({ trx, pending }: { trx: Transaction; pending: Pending }): Promise<void> => {
    const all = [...pending].map(([uid, touched]) => ({ uid, touched }));
    return markDocuments({
      db,
      trx,
      changed: all
        .filter(({ uid }) => indexed.has(uid))
        .flatMap(({ uid, touched }) =>
          [...byLocale(touched)].map(([locale, documentIds]) => ({ uid, locale, documentIds })),
        ),
      shown: all.flatMap(({ uid, touched }) => {
        const documentIds = [...touched].flatMap(([id, { isShown }]) => (isShown ? [id] : []));
        if (documentIds.length === 0) return [];
        return (dependences().get(uid) ?? []).map((dependence) => ({ dependence, documentIds }));
      }),
      now: Date.now(),
    });
  };

  /** What is collected for a transaction; its commit writes that first. */
  const pendingOf = (trx: Transaction): Pending => {
    const before = open.get(trx);
    if (before) return before;
    const pending: Pending = new Map();
    open.set(trx, pending);
    const commit = trx.commit;
    trx.commit = async () => {
      await write({ trx, pending });
      await commit();
      // Knex's commit reports no failure of its own: the edit would be lost and look saved.
      await trx.executionPromise;
      getService({ strapi, name: 'delivery' }).wake();
    };
    return pending;
  };

  /** Collects whoever shows these entries now, and answers who that is. */
  const touchDependants = async ({
    trx,
    pending,
    uid,
    documentIds,
  }: Changed & { trx: Transaction; pending: Pending }): Promise<Changed[]> => {
    const found: Changed[] = [];
    if (documentIds.length === 0) return found;
    for (const dependence of dependences().get(uid) ?? []) {
      const rows: { document_id: string }[] = await dependantsOf({
        db,
        trx,
        dependence,
        documentIds,
      });
      if (rows.length === 0) continue;
      const ids = rows.map((row) => row.document_id);
      // They did not change themselves: whoever shows them shows nothing else.
      const shownBy = { uid: dependence.uid, documentIds: ids, isNew: true };
      touch({ pending, ...shownBy });
      found.push(shownBy);
    }
    return found;
  };

  return {
    /** Whether a change of this type can change a document of the index. */
    concerns: (uid: string): boolean => indexed.has(uid) || dependences().has(uid),
    isShown: (uid: string): boolean => dependences().has(uid),
    /** Whether this content of an entry says who shows it: a relation written from its other side. */
    saysWhoShowsIt: ({ uid, data }: { uid: string; data: unknown }): boolean => {
      const given = (data ?? {}) as Record<string, unknown>;
      return (dependences().get(uid) ?? []).some(({ hops }) =>
        hops.at(-1)?.mirrors.some((name) => given[name] !== undefined),
      );
    },

    /** Marks entries and whoever shows them, in the transaction that is open here or in one of its own. */
    mark: (changed: Changed): Promise<void> =>
      db.run(async ({ trx }) => touch({ pending: pendingOf(trx), ...changed })),

    /**
     * Marks whoever shows these entries now: before a change that takes the links away. Answers them, to be
     * marked again after a change that is in no transaction: they may be delivered before it.
     */
    markDependants: (changed: Changed): Promise<Changed[]> =>
      db.run(({ trx }) => touchDependants({ trx, pending: pendingOf(trx), ...changed })),

    /**
     * Runs a Document Service call and marks what it touches in the same transaction: both or neither.
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
      db.run(async ({ trx }) => {
        const pending = pendingOf(trx);
        if (takesLinksAway) await touchDependants({ trx, pending, uid, documentIds });
        const result = await work();
        touch({ pending, uid, documentIds: [...documentIds, ...idsOf(result)], locale, isNew });
        return result;
      }),
  };
};
