import { expect, it } from 'vitest';
import { orderLocales } from './order-locales';

it('puts the edited locales first, the most edited one before all, and loses none', () => {
  const locales = ['el', 'en', 'es', 'fr'];
  expect(orderLocales({ locales, edited: ['fr', 'es', 'fr', null] })).toEqual([
    'fr',
    'es',
    'el',
    'en',
  ]);
});
