import type { Interview } from '../store/read-interview';
import type { Subject } from './read-subject';
import { type Language, toLanguage } from './texts';

/** The owner's language: the interview's, else the text's, else English. */
export const languageOf = ({
  interview,
  subject,
}: {
  interview: Interview;
  subject: Subject | undefined;
}): Language => toLanguage(interview.language) ?? toLanguage(subject?.locale) ?? 'en';
