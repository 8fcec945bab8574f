import { checkItems } from '../../../rules/checks/check-items';
import { checkMentions } from '../../../rules/checks/check-mentions';
import { checkPeriod } from '../../../rules/checks/check-period';
import { checkRequired } from '../../../rules/checks/check-required';
import { itemsOf, targetsOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

/** Those of what the analysis names that exist. */
export type RegionalAnalysisFacts = {
  themes: ReadonlySet<string>;
  initiatives: ReadonlySet<string>;
  editions: ReadonlySet<string>;
};

/** ANALYSIS-2007-0001, by the year its period begins, else that of its entry. */
export const regionalAnalysisReference = ({
  row,
  now,
}: {
  row: Row;
  now: Date;
}): ReferencePattern => ({
  prefix: `ANALYSIS-${textOf(row, 'periodStart')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
  digits: 4,
});

const checkSectionCodes = (row: Row, list: string, themes: ReadonlySet<string>): Violation[] =>
  itemsOf(row, list).flatMap((item, index) => {
    const code = textOf(item, 'code');
    return code === undefined || themes.has(code)
      ? []
      : [
          violation({
            path: [list, index, 'code'],
            rule: 'section-is-theme',
            values: { code },
          }),
        ];
  });

export const onSaveRegionalAnalysis = ({
  row,
  facts,
}: {
  row: Row;
  facts: RegionalAnalysisFacts;
}): Violation[] => {
  const [territory] = targetsOf(row, 'territory');
  const edition = textOf(row, 'edition');
  return [
    ...checkPeriod(row, { start: 'periodStart', end: 'periodEnd' }),
    ...checkSectionCodes(row, 'sectionSources', facts.themes),
    ...checkSectionCodes(row, 'sections', facts.themes),
    ...checkMentions(row, {
      list: 'sectionSources',
      key: 'initiatives',
      known: facts.initiatives,
      rule: 'known-initiative',
      expected: { sentence: 'holds.initiatives' },
    }),
    ...(territory !== undefined && targetsOf(row, 'comparedWith').includes(territory)
      ? [
          violation({
            path: ['comparedWith'],
            rule: 'compared-with-others',
          }),
        ]
      : []),
    ...(edition === undefined || facts.editions.has(edition)
      ? []
      : [
          violation({
            path: ['edition'],
            rule: 'known-edition',
            values: { edition },
          }),
        ]),
  ];
};

export const onPublishRegionalAnalysis = ({ row }: { row: Row }): Violation[] => [
  ...checkRequired(row, ['title', 'summary', 'territory', 'periodStart', 'sections']),
  ...checkItems(row, 'sections', ['text']),
];
