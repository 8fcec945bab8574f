export const INITIATIVE = 'api::iris.initiative';
export const INTERVIEW = 'api::iris.interview';

/** Permissions of the server's routes for interviews. */
export const FILL_MONOGRAPH = 'api::iris.interview.fill-monograph';
export const ASK_APPROVAL = 'api::iris.interview.ask-approval';

/** What the keys of our texts begin with. */
export const TEXTS = 'interviews';
