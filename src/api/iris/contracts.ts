import type { MonographPlan } from './monograph/plan-monograph';

/** What the admin panel and the server say to each other about interviews. */

export type GuideQuestion = {
  code: string;
  text: string;
  hint: string | null;
  /** The text of the initiative that the answer fills. */
  mapsTo: string | null;
  required: boolean;
};

/** A questionnaire in the order it is asked. */
export type Guide = {
  title: string;
  /** The language of its texts. */
  language: string;
  sections: { code: string; heading: string; minutes: number; questions: GuideQuestion[] }[];
};

/** GET /interviews/guide?questionnaire=…&language=… */
export type GetGuide = { data: Guide };

/** What filling would do (`dryRun`) or has done. Fields and questions are named by their codes. */
export type Monograph = Omit<MonographPlan, 'filled'> & {
  /** The initiative that is filled; documentId is null for one that would be made. */
  initiative: { documentId: string | null; locale: string; title: string | null };
  /** Whether a title must be given: there is no initiative yet, and no answer names it. */
  needsTitle: boolean;
  consent: boolean;
  filled: { field: string; questions: string[]; text: string }[];
  /** The texts of the questions named above, in the interview's language. */
  questionTexts: Record<string, string>;
};

/** POST /interviews/:documentId/monograph */
export type FillMonograph = {
  body: { dryRun?: boolean; title?: string };
  response: { data: Monograph };
};

type ApprovalState = 'none' | 'pending' | 'asked' | 'approved' | 'refused' | 'withdrawn';

export type ApprovalOfInterview = {
  interview: string;
  reference: string | null;
  date: string | null;
  /**
   * `asked`: a link is open. `withdrawn`: the text has changed since its approval.
   * `refused`: the owner asks for changes. `pending`: no link is open any more.
   */
  state: ApprovalState;
  by: string | null;
  at: string | null;
  withdrawnAt: string | null;
  comment: string | null;
  /** When the open link ends. */
  expiresAt: string | null;
};

/** GET /initiatives/:documentId/approval and GET /interviews/:documentId/approval */
export type GetApproval = {
  data: {
    initiative: { documentId: string; locale: string; quality: string | null } | null;
    interviews: ApprovalOfInterview[];
    /** Who would be asked, where one interview is asked about: by e-mail, if there is an address. */
    contact: { name: string | null; email: string | null; language: string } | null;
  };
};

/** POST /interviews/:documentId/approval: makes a link; the one before ends. */
export type AskApproval = {
  body: { send?: boolean };
  response: {
    data: {
      link: string;
      expiresAt: string;
      /** The address it was sent to; null when it was not to be sent. */
      sentTo: string | null;
      /** Whether sending it failed: the link works all the same. */
      mailFailed: boolean;
    };
  };
};
