import type { SealedRules } from '../../../rules/type-rules';
import { synthesisNoteRules } from './synthesis-note';

/** The rules of the synthesis notes. */
export const notesRules: Readonly<Record<string, SealedRules>> = {
  'api::notes.synthesis-note': synthesisNoteRules,
};
