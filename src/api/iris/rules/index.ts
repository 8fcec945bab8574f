import { defineRules, type SealedRules } from '../../../rules/type-rules';
import { loadInitiativeFacts } from '../store/initiative-facts';
import { loadInterviewFacts } from '../store/interview-facts';
import { loadQuestionnaireFacts } from '../store/questionnaire-facts';
import { loadTransferFacts } from '../store/transfer-facts';
import {
  deriveInitiative,
  initiativeReference,
  onPublishInitiative,
  onSaveInitiative,
} from './initiative';
import { deriveInterview, interviewReference, onSaveInterview } from './interview';
import {
  onPublishQuestionnaire,
  onSaveQuestionnaire,
  questionnaireReference,
} from './questionnaire';
import { onSaveTransfer, transferReference } from './transfer';

/** The rules of the IRIS room, with what they read of the database. */
export const irisRules: Readonly<Record<string, SealedRules>> = {
  'api::iris.initiative': defineRules({
    reference: initiativeReference,
    loadFacts: loadInitiativeFacts,
    derive: deriveInitiative,
    onSave: onSaveInitiative,
    onPublish: onPublishInitiative,
  }),
  'api::iris.interview': defineRules({
    reference: interviewReference,
    loadFacts: loadInterviewFacts,
    derive: deriveInterview,
    onSave: onSaveInterview,
  }),
  'api::iris.questionnaire': defineRules({
    reference: questionnaireReference,
    loadFacts: loadQuestionnaireFacts,
    onSave: onSaveQuestionnaire,
    onPublish: onPublishQuestionnaire,
  }),
  'api::iris.transfer': defineRules({
    reference: transferReference,
    loadFacts: loadTransferFacts,
    onSave: onSaveTransfer,
  }),
};
