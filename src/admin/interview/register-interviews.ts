import type { StrapiApp } from '@strapi/strapi/admin';
import { ApprovalPanel } from './approval-panel';
import { TEXTS } from './constants';
import { FillAction } from './fill-action';
import { GuidePanel } from './guide-panel';
import en from './translations/en.json';
import fr from './translations/fr.json';

type Panel = typeof GuidePanel | typeof ApprovalPanel;
type ContentManagerApis = {
  addEditViewSidePanel: (panels: Panel[]) => void;
  addDocumentAction: (actions: (typeof FillAction)[]) => void;
};

/** Our texts under our prefix, and the names of our permissions under Strapi's keys for them. */
const messagesOf = (texts: typeof fr): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${TEXTS}.${key}`, text])),
  'Settings.roles.form.permissions.fill the monograph': texts['fill.label'],
  'Settings.roles.form.permissions.ask for approval': texts['ask.label'],
});

/** The texts of what interviews add to the panel, by its language. */
export const interviewTexts = { fr: messagesOf(fr), en: messagesOf(en) };

const loadInput = async () => import('./question-input');

/** The input that shows an answer's question. To be called in the panel's `register`. */
export const registerQuestionInput = (app: Pick<StrapiApp, 'customFields'>): void => {
  app.customFields.register({
    name: 'interview-question',
    type: 'string',
    intlLabel: { id: `${TEXTS}.guide.title`, defaultMessage: 'Interview' },
    intlDescription: { id: `${TEXTS}.question.none`, defaultMessage: 'Question' },
    components: { Input: loadInput },
  });
};

/** What interviews and initiatives show beside their form. To be called in the panel's `bootstrap`. */
export const addInterviewPanels = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([GuidePanel, ApprovalPanel]);
  apis.addDocumentAction([FillAction]);
};
