/** Permissions of the content API that a custom API token can be given. */
export const READ_DRAFTS = 'plugin::access.drafts.read';
export const READ_MEMBERS = 'plugin::access.members.read';
