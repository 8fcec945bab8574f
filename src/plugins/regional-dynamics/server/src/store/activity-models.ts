/** A row per unit of the perimeter: what was counted when content was last read. */
export const ACTIVITY = 'regional_activity';

/** A row per write that may change what is counted; a computation takes those away that it has seen. */
export const ACTIVITY_MARKS = 'regional_activity_marks';

export const activityModel = {
  uid: 'plugin::regional-dynamics.activity-row',
  singularName: 'regional-activity',
  tableName: ACTIVITY,
  attributes: {
    id: { type: 'increments' },
    unit: { type: 'string', column: { notNullable: true } },
    counted: { type: 'text', column: { notNullable: true } },
    /** Unix milliseconds: when the reading began. */
    readAt: { type: 'biginteger', column: { notNullable: true } },
  },
  indexes: [{ name: 'regional_activity_unit_unq', columns: ['unit'], type: 'unique' }],
} as const;

export const activityMarkModel = {
  uid: 'plugin::regional-dynamics.activity-mark',
  singularName: 'regional-activity-mark',
  tableName: ACTIVITY_MARKS,
  attributes: {
    id: { type: 'increments' },
    markedAt: { type: 'biginteger', column: { notNullable: true } },
  },
} as const;
