import { checkName } from '../../../names/check-name';
import { deriveName } from '../../../names/native-name';
import type { SentenceKey, SentenceValues } from '../../../refusals/sentence';
import { checkPeriod } from '../../../rules/checks/check-period';
import { isNutsCode, isNutsVersion } from '../../../rules/checks/nuts';
import { isSiren } from '../../../rules/checks/siren';
import { isRecord, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

/** INSEE codes of regions, departments and municipalities; Corsica's departments are 2A and 2B. */
const INSEE = /^(\d{1,3}|2[AB]|\d{5}|2[AB]\d{3})$/;
/** Characters of a NUTS code, where the level alone says how many. */
const NUTS_LENGTHS: Readonly<Record<string, number>> = { country: 2, nuts1: 3 };

const reference = ({ row }: { row: Row }): ReferencePattern => {
  const code = textOf(row, 'nutsCode');
  return code === undefined
    ? { prefix: 'TERRITORY-', digits: 4 }
    : { exact: `NUTS-${code}`, prefix: `NUTS-${code}-`, digits: 1 };
};

const checkCodes = (row: Row): Violation[] => {
  const siren = textOf(row, 'siren');
  const insee = textOf(row, 'inseeCode');
  const nuts = textOf(row, 'nutsCode');
  const length = NUTS_LENGTHS[textOf(row, 'level') ?? ''];
  return [
    ...(siren === undefined || isSiren(siren)
      ? []
      : [
          violation({
            path: ['siren'],
            rule: 'siren',
            values: { siren },
          }),
        ]),
    ...(insee === undefined || INSEE.test(insee)
      ? []
      : [
          violation({
            path: ['inseeCode'],
            rule: 'insee',
            values: { code: insee },
          }),
        ]),
    ...(nuts === undefined || length === undefined || nuts.length === length
      ? []
      : [
          violation({
            path: ['nutsCode'],
            rule: 'nuts-level',
            values: {
              code: nuts,
              length: nuts.length,
              level: { choices: [String(row.level)] },
              expected: length,
            },
          }),
        ]),
    ...(nuts !== undefined || textOf(row, 'nutsVersion') === undefined
      ? []
      : [
          violation({
            path: ['nutsVersion'],
            rule: 'version-of-a-code',
            values: { code: { field: 'nutsCode' } },
          }),
        ]),
  ];
};

const checkHistory = (row: Row): Violation[] => {
  const history = row.nutsHistory;
  if (history === null || history === undefined) return [];
  const refusal = (path: (string | number)[], sentence: SentenceKey, values: SentenceValues = {}) =>
    violation({ path: ['nutsHistory', ...path], rule: 'nuts-history', sentence, values });
  if (!Array.isArray(history)) return [refusal([], 'nuts-history')];
  return history.flatMap((item: unknown, index) => {
    if (!isRecord(item)) return [refusal([index], 'nuts-history.item')];
    const code = textOf(item, 'code');
    const version = textOf(item, 'version');
    return [
      ...(code !== undefined && isNutsCode(code)
        ? []
        : [
            refusal([index, 'code'], 'nuts-history.code', {
              code: JSON.stringify(item.code) ?? '',
            }),
          ]),
      ...(version !== undefined && isNutsVersion(version)
        ? []
        : [
            refusal([index, 'version'], 'nuts-history.version', {
              version: JSON.stringify(item.version) ?? '',
            }),
          ]),
    ];
  });
};

export const territoryRules = defineRules({
  reference,
  loadFacts: noFacts,
  derive: deriveName,
  onSave: ({ row }) => [
    ...checkName(row),
    ...checkCodes(row),
    ...checkHistory(row),
    ...checkPeriod(row, { start: 'validFrom', end: 'validTo' }),
  ],
});
