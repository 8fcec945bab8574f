import { checkItems } from '../../../rules/checks/check-items';
import { checkRequired } from '../../../rules/checks/check-required';
import { isEmpty, isRecord } from '../../../rules/readers';
import { defineRules } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';
import { readingOf } from '../reading/reading-of';

/** What an elected official reads of a note: all of it, or the note is not for them. */
const ELECTED = ['headline', 'keyMessage1', 'keyMessage2', 'keyMessage3', 'decision', 'cost'];

/** The summary for elected officials is whole in this very locale. */
const checkElectedSummary = (row: Row): Violation[] => {
  const summary = row.electedSummary;
  if (!isRecord(summary)) {
    return [
      violation({
        path: ['electedSummary'],
        rule: 'elected-summary',
      }),
    ];
  }
  return ELECTED.filter((key) => isEmpty(summary[key])).map((key) =>
    violation({ path: ['electedSummary', key], rule: 'elected-summary', sentence: 'required' }),
  );
};

export const synthesisNoteRules = defineRules({
  reference: ({ now }) => ({ prefix: `NOTE-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: async ({ locale }) => ({ locale: locale ?? 'fr' }),
  derive: ({ row, facts }) => ({ reading: readingOf({ row, locale: facts.locale }) }),
  onPublish: ({ row }) => [
    ...checkRequired(row, ['title', 'theme', 'mainText']),
    ...checkElectedSummary(row),
    ...checkItems(row, 'primers', ['term', 'text']),
  ],
});
