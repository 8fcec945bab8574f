import { expect, test } from 'vitest';
import { lockSharedFields } from './lock-shared-fields';

type Field = {
  name: string;
  attribute: { type: string; component?: string; pluginOptions?: object };
  disabled?: boolean;
};

const field = (name: string, type: string, localized?: boolean, component?: string): Field => ({
  name,
  attribute: {
    type,
    ...(component ? { component } : {}),
    ...(localized === undefined ? {} : { pluginOptions: { i18n: { localized } } }),
  },
});

const layout = {
  layout: [
    [
      [field('title', 'string', true), field('stage', 'enumeration', false)],
      [field('owner', 'relation'), field('note', 'string')],
      [
        field('costs', 'component', false, 'iris.cost'),
        field('costTexts', 'component', true, 'iris.cost-text'),
        field('both', 'component', false, 'iris.cost-text'),
      ],
    ],
  ],
  components: {
    'iris.cost': { layout: [[field('amount', 'decimal')]] },
    'iris.cost-text': { layout: [[field('label', 'string')]] },
  },
};

const disabledIn = (fields: Field[]) =>
  fields.filter(({ disabled }) => disabled).map(({ name }) => name);

test('a translation shows all but its texts read-only', () => {
  const locked = lockSharedFields({ layout, locale: 'el', original: 'fr' });
  expect(disabledIn(locked.layout.flat(2))).toEqual(['stage', 'owner', 'note', 'costs', 'both']);
  expect(disabledIn(Object.values(locked.components).flatMap((one) => one.layout.flat()))).toEqual([
    'amount',
  ]);
});

test.each([
  ['the original', 'fr', 'fr'],
  ['an entry that is being created', 'fr', undefined],
  ['a type without locales', undefined, undefined],
])('%s stays as it is', (_, locale, original) => {
  expect(lockSharedFields({ layout, locale, original })).toBe(layout);
});
