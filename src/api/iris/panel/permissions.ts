/** Rights on interviews beyond those of the content manager, given in Settings → Roles. */
export const FILL_MONOGRAPH = 'api::iris.interview.fill-monograph';
export const ASK_APPROVAL = 'api::iris.interview.ask-approval';

const INTERVIEW = 'api::iris.interview';

export const PERMISSIONS = [
  {
    section: 'contentTypes',
    displayName: 'Fill the monograph',
    uid: 'iris.interview.fill-monograph',
    subjects: [INTERVIEW],
  },
  {
    section: 'contentTypes',
    displayName: 'Ask for approval',
    uid: 'iris.interview.ask-approval',
    subjects: [INTERVIEW],
  },
];
