import type { Core } from '@strapi/strapi';

type Callback = () => unknown;

/**
 * What is asked for after a commit, such as the reading of an entry for its event, is awaited by nobody:
 * where it fails, Node would end the process. It is told in the log instead, and the others go on.
 */
export const tellFailuresAfterCommit = (strapi: Core.Strapi): void => {
  const transaction = strapi.db.transaction.bind(strapi.db) as (work?: unknown) => unknown;
  const told = (callback: Callback) => async () => {
    try {
      await callback();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.error(`What was to follow a commit failed: ${reason}`);
    }
  };
  type Context = { onCommit: (callback: Callback) => void };
  strapi.db.transaction = ((work?: (context: Context) => unknown) =>
    work
      ? transaction((context: Context) =>
          work({ ...context, onCommit: (callback) => context.onCommit(told(callback)) }),
        )
      : transaction()) as typeof strapi.db.transaction;
};
