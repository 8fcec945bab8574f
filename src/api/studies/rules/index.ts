import { defineRules, type SealedRules } from '../../../rules/type-rules';
import { loadStudyFacts } from '../store/study-facts';
import { onPublishStudy, onSaveStudy, studyReference } from './study';

/** The rules of the thematic studies, with what they read of the database. */
export const studiesRules: Readonly<Record<string, SealedRules>> = {
  'api::studies.study': defineRules({
    reference: studyReference,
    loadFacts: loadStudyFacts,
    onSave: onSaveStudy,
    onPublish: onPublishStudy,
  }),
};
