import { Calendar, CheckCircle, Clock, Pencil } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

type Widgets = Parameters<StrapiApp['widgets']['register']>[0];
type Widget = Extract<Widgets, unknown[]>[number];

const READ = 'plugin::content-manager.explorer.read';

/** A widget is shown to people who may read what it lists; the server decides entry by entry. */
const widgets: Widget[] = [
  {
    id: 'my-drafts',
    icon: Pencil,
    title: { id: 'homepage.my-drafts.title', defaultMessage: 'My drafts' },
    component: async () => (await import('./my-drafts')).MyDrafts,
    permissions: [{ action: READ }],
  },
  {
    id: 'waiting',
    icon: CheckCircle,
    title: { id: 'homepage.waiting.title', defaultMessage: 'Waiting for approval' },
    component: async () => (await import('./waiting')).WaitingForApproval,
    permissions: [{ action: 'plugin::content-manager.explorer.publish' }],
  },
  {
    id: 'due-reviews',
    icon: Clock,
    title: { id: 'homepage.due-reviews.title', defaultMessage: 'Due for review' },
    component: async () => (await import('./due-reviews')).DueReviews,
    permissions: [{ action: READ, subject: 'api::iris.initiative' }],
  },
  {
    id: 'closing-calls',
    icon: Calendar,
    title: { id: 'homepage.closing-calls.title', defaultMessage: 'Calls that close this week' },
    component: async () => (await import('./closing-calls')).ClosingCalls,
    permissions: [{ action: READ, subject: 'api::hub.funding-call' }],
  },
];

/** Puts what there is to do before Strapi's own widgets. */
export const registerWidgets = (app: StrapiApp): void => {
  app.widgets.register((others) => [...widgets, ...others]);
};
