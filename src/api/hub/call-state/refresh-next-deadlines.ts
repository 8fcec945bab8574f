import type { Core, UID } from '@strapi/strapi';
import { toInstant } from '../../../rules/checks/instants';
import { callStateAt, nextDeadlineAt } from '../rules/call-dates';
import { CALL } from './state-in-query';

type CallRow = {
  id: number;
  opensAt: string | null;
  closesAt: string | null;
  cutoffs: string[] | null;
};

/**
 * Brings the stored next deadline of calls, by which lists are sorted, up to date where it has
 * passed. Rows alone are written: nobody has edited the entries.
 * @param now milliseconds since 1970
 * @returns how many rows changed
 */
const refreshNextDeadlines = async ({
  strapi,
  now,
}: {
  strapi: Core.Strapi;
  now: number;
}): Promise<number> => {
  const moment = new Date(now);
  const rows: CallRow[] = await strapi.db.query(CALL as UID.ContentType).findMany({
    select: ['id', 'opensAt', 'closesAt', 'cutoffs'],
    where: { nextDeadline: { $lte: moment }, closesAt: { $gt: moment } },
  });
  for (const { id, opensAt, closesAt, cutoffs } of rows) {
    const next = nextDeadlineAt({
      cutoffs: (cutoffs ?? []).flatMap((cutoff) => toInstant(cutoff) ?? []),
      now,
    });
    await strapi.db
      .queryBuilder(CALL as UID.ContentType)
      .where({ id })
      .update({
        nextDeadline: next === undefined ? null : new Date(next),
        state:
          callStateAt({ opensAt: toInstant(opensAt), closesAt: toInstant(closesAt), now }) ?? null,
      })
      .execute();
  }
  return rows.length;
};

/** Keeps the stored next deadlines at most a minute behind. Call it in `bootstrap()`. */
export const scheduleNextDeadlines = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.cron.add({
    'next-deadlines': {
      task: async () => {
        await refreshNextDeadlines({ strapi, now: Date.now() });
      },
      options: { rule: '* * * * *' },
    },
  });
};
