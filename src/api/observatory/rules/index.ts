import type { SealedRules } from '../../../rules/type-rules';
import { glossaryTermRules } from './glossary-term';
import { organisationRules } from './organisation';
import { personRules } from './person';
import { projectRules } from './project';
import { territoryRules } from './territory';
import { themeRules } from './theme';
import { watchItemRules } from './watch-item';

/** The rules of what all projects share. */
export const observatoryRules: Readonly<Record<string, SealedRules>> = {
  'api::observatory.glossary-term': glossaryTermRules,
  'api::observatory.organisation': organisationRules,
  'api::observatory.person': personRules,
  'api::observatory.project': projectRules,
  'api::observatory.territory': territoryRules,
  'api::observatory.theme': themeRules,
  'api::observatory.watch-item': watchItemRules,
};
