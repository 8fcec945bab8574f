/**
 * The table of dirty documents: one row per entry that the index may not show as it is now.
 * Times are Unix milliseconds. `locked_until` outlives an edit of a claimed entry, so that only the
 * claimer sends it, and it is empty only while nothing of the entry can be on its way; a row with `dead_at` waits for the next edit or a retry by hand.
 * `sent_at` says that the live indexes may have got something of the entry that a rebuild under way has
 * not; a row with `delivered_at` waits for that alone.
 */
export const MARKS = 'search_marks';

export const markModel = {
  uid: 'plugin::search.mark',
  singularName: 'search-mark',
  tableName: MARKS,
  attributes: {
    id: { type: 'increments' },
    uid: { type: 'string', column: { notNullable: true } },
    documentId: { type: 'string', column: { notNullable: true } },
    version: { type: 'integer', column: { notNullable: true } },
    locale: { type: 'string' },
    attempts: { type: 'integer', column: { notNullable: true } },
    enqueuedAt: { type: 'biginteger', column: { notNullable: true } },
    dueAt: { type: 'biginteger', column: { notNullable: true } },
    lockedUntil: { type: 'biginteger' },
    lockedBy: { type: 'string' },
    deadAt: { type: 'biginteger' },
    sentAt: { type: 'biginteger' },
    deliveredAt: { type: 'biginteger' },
    lastError: { type: 'text' },
  },
  indexes: [
    { name: 'search_marks_document_unq', columns: ['uid', 'document_id'], type: 'unique' },
    { name: 'search_marks_due_idx', columns: ['due_at'] },
  ],
} as const;
