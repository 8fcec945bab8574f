import { checkName } from '../../../names/check-name';
import { deriveName } from '../../../names/native-name';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { violation } from '../../../rules/violation';

/** EU data themes: http://publications.europa.eu/resource/authority/data-theme */
const EU_DATA_THEMES = [
  'AGRI',
  'ECON',
  'EDUC',
  'ENER',
  'ENVI',
  'GOVE',
  'HEAL',
  'INTR',
  'JUST',
  'OP_DATPRO',
  'REGI',
  'SOCI',
  'TECH',
  'TRAN',
];

export const themeRules = defineRules({
  reference: () => ({ prefix: 'THEME-', digits: 4 }),
  loadFacts: noFacts,
  derive: deriveName,
  onSave: ({ row }) => {
    const theme = textOf(row, 'euDataTheme');
    return [
      ...checkName(row),
      ...checkWebAddress(row, 'uri'),
      ...(theme === undefined || EU_DATA_THEMES.includes(theme)
        ? []
        : [
            violation({
              path: ['euDataTheme'],
              rule: 'known-data-theme',
              sentence: 'one-of',
              values: { values: EU_DATA_THEMES.join(', ') },
            }),
          ]),
    ];
  },
});
