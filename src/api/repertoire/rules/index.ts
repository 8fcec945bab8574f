import type { SealedRules } from '../../../rules/type-rules';
import { datasetRules } from './dataset';
import { guideChapterRules } from './guide-chapter';
import { harvestSourceRules } from './harvest-source';
import { obligationRules } from './obligation';
import { practiceRules } from './practice';
import { selfAssessmentRules } from './self-assessment';

/** The rules of the repertoire of public data. */
export const repertoireRules: Readonly<Record<string, SealedRules>> = {
  'api::repertoire.dataset': datasetRules,
  'api::repertoire.guide-chapter': guideChapterRules,
  'api::repertoire.harvest-source': harvestSourceRules,
  'api::repertoire.obligation': obligationRules,
  'api::repertoire.practice': practiceRules,
  'api::repertoire.self-assessment': selfAssessmentRules,
};
