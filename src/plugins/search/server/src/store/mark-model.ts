/**
 * The table of dirty documents: one row per entry that the index may not show as it is now.
 * Times are Unix milliseconds. `locked_until` outlives an edit of a claimed entry, so that only the
 * claimer sends it, and it is empty only while nothing of the entry can be on its way; a row with `dead_at` waits for the next edit or a retry by hand.
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
    lastError: { type: 'text' },
  },
  indexes: [
    { name: 'search_marks_document_unq', columns: ['uid', 'document_id'], type: 'unique' },
    { name: 'search_marks_due_idx', columns: ['due_at'] },
  ],
} as const;
