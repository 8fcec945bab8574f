export const LINK_TABLE = 'shared_fields_links';

/**
 * The original's lists of link targets: one row per source document, status, attribute and
 * target. A table, because the join rows themselves come and go with the target's rows (an
 * unpublished target takes them along), and because "who links to this document" must be one
 * indexed statement.
 */
export const linkModel = {
  uid: 'plugin::shared-fields.link',
  singularName: 'shared-fields-link',
  tableName: LINK_TABLE,
  attributes: {
    id: { type: 'increments' },
    sourceUid: { type: 'string' },
    sourceDocumentId: { type: 'string' },
    status: { type: 'string' },
    attribute: { type: 'string' },
    targetUid: { type: 'string' },
    targetDocumentId: { type: 'string' },
    position: { type: 'integer' },
  },
  indexes: [
    {
      name: 'shared_fields_links_unq',
      columns: ['source_uid', 'source_document_id', 'status', 'attribute', 'target_document_id'],
      type: 'unique',
    },
    { name: 'shared_fields_links_target_idx', columns: ['target_uid', 'target_document_id'] },
  ],
  lifecycles: {},
} as const;
