/**
 * The table of long work: one row per kind, which is its lock, its progress and the record of its
 * last run, for every process. Times are Unix milliseconds. Whoever holds `run_id` may work until
 * `locked_until`; `is_held` stops all deliveries until then.
 */
export const JOBS = 'search_jobs';

export const jobModel = {
  uid: 'plugin::search.job',
  singularName: 'search-job',
  tableName: JOBS,
  attributes: {
    id: { type: 'increments' },
    kind: { type: 'string', column: { notNullable: true } },
    runId: { type: 'string', column: { notNullable: true } },
    state: { type: 'string', column: { notNullable: true } },
    lockedUntil: { type: 'biginteger', column: { notNullable: true } },
    isHeld: { type: 'boolean', column: { notNullable: true } },
    isCancelled: { type: 'boolean', column: { notNullable: true } },
    startedAt: { type: 'biginteger' },
    endedAt: { type: 'biginteger' },
    progress: { type: 'text' },
    outcome: { type: 'text' },
  },
  indexes: [{ name: 'search_jobs_kind_unq', columns: ['kind'], type: 'unique' }],
} as const;
