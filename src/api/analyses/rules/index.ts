import { defineRules, type SealedRules } from '../../../rules/type-rules';
import { loadRegionalAnalysisFacts } from '../store/regional-analysis-facts';
import {
  onPublishRegionalAnalysis,
  onSaveRegionalAnalysis,
  regionalAnalysisReference,
} from './regional-analysis';

/** The rules of the regional analyses, with what they read of the database. */
export const analysesRules: Readonly<Record<string, SealedRules>> = {
  'api::analyses.regional-analysis': defineRules({
    reference: regionalAnalysisReference,
    loadFacts: loadRegionalAnalysisFacts,
    onSave: onSaveRegionalAnalysis,
    onPublish: onPublishRegionalAnalysis,
  }),
};
