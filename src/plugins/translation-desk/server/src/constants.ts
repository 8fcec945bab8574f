/** The admin permission to see the state of translations. */
export const READ_STATUS = 'plugin::translation-desk.status.read';
