/**
 * The table of webhook calls that are yet to be made: written when entries have been indexed, in the
 * transaction that completes their marks. `due_at` is in Unix milliseconds; while a call is under way
 * it lies in the future, so that a process that dies leaves the call to another.
 */
export const HOOKS = 'search_hooks';

export const hookModel = {
  uid: 'plugin::search.hook',
  singularName: 'search-hook',
  tableName: HOOKS,
  attributes: {
    id: { type: 'increments' },
    body: { type: 'text', column: { notNullable: true } },
    attempts: { type: 'integer', column: { notNullable: true } },
    dueAt: { type: 'biginteger', column: { notNullable: true } },
  },
  indexes: [{ name: 'search_hooks_due_idx', columns: ['due_at'] }],
} as const;
