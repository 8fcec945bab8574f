import type { Core } from '@strapi/strapi';
import { academyRules } from './api/academy/rules';
import { analysesRules } from './api/analyses/rules';
import { scheduleNextDeadlines } from './api/hub/call-state/refresh-next-deadlines';
import { registerCallState } from './api/hub/call-state/register-call-state';
import { hubRules } from './api/hub/rules';
import { registerInterviews } from './api/iris/register-interviews';
import { irisRules } from './api/iris/rules';
import { registerReadingLevels } from './api/notes/reading/register-levels';
import { notesRules } from './api/notes/rules';
import { observatoryRules } from './api/observatory/rules';
import { repertoireRules } from './api/repertoire/rules';
import { studiesRules } from './api/studies/rules';
import { forms, itemForms } from './forms';
import { registerForms } from './forms/register-forms';
import { registerHomepage } from './homepage/register-homepage';
import { registerQueryLimits } from './limits/register-query-limits';
import { registerLocalizedNames } from './names/register-localized-names';
import { registerPreview } from './preview/register-preview';
import { registerPublicationCheck } from './publication/register-publication-check';
import { registerRefusals } from './refusals/register-refusals';
import { registerRules } from './rules/register-rules';
import { watchRegionScores } from './scores/watch-region-scores';
import { AFTER_COMMIT, keepAfterCommit } from './setup/after-commit';
import { keepLogClean } from './setup/keep-log-clean';
import { addLocales } from './setup/locales';
import { requireSecrets } from './setup/require-secrets';
import { setUp } from './setup/set-up';
import { registerFormerSlugs } from './slugs/register-former-slugs';
import { registerListField } from './string-lists/register-field';
import { registerListFilters } from './string-lists/register-filters';

// Before any plugin registers: Strapi's own messages name one missing setting at a time.
requireSecrets(process.env);

const rules = {
  ...observatoryRules,
  ...irisRules,
  ...studiesRules,
  ...notesRules,
  ...analysesRules,
  ...academyRules,
  ...hubRules,
  ...repertoireRules,
};

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    keepLogClean(strapi);
    strapi.add(AFTER_COMMIT, keepAfterCommit(strapi));
    // Before whatever adds routes of its own: it speaks only for those that come after it.
    registerRefusals({ strapi });
    registerQueryLimits({ strapi });
    registerListField({ strapi });
    registerListFilters({ strapi });
    registerForms({ strapi, forms, items: itemForms });
    registerLocalizedNames({ strapi });
    registerCallState({ strapi });
    registerReadingLevels({ strapi });
    await registerInterviews({ strapi });
    registerFormerSlugs({ strapi });
    registerHomepage({ strapi });
    registerPreview({ strapi, environment: process.env });
    registerRules({ strapi, rules });
    registerPublicationCheck({ strapi, rules });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await addLocales({ strapi });
    await setUp({ strapi, environment: process.env });
    scheduleNextDeadlines({ strapi });
    watchRegionScores({ strapi });
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await strapi.get(AFTER_COMMIT).end();
  },
};
