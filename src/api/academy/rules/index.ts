import type { SealedRules } from '../../../rules/type-rules';
import { registrationRules } from './registration';
import { seminarRules } from './seminar';
import { sessionRules } from './session';

/** The rules of the academy's room. */
export const academyRules: Readonly<Record<string, SealedRules>> = {
  'api::academy.registration': registrationRules,
  'api::academy.seminar': seminarRules,
  'api::academy.session': sessionRules,
};
