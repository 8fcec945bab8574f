import { expect, it } from 'vitest';
import { findFilters } from './find-filters';

const list = (filter?: string, more = {}) => ({
  type: 'customField',
  customField: 'global::string-list',
  options: { holds: 'strata', ...(filter === undefined ? {} : { filter }) },
  ...more,
});
const components = () => ({ inner: list('inner'), plain: { type: 'json' } });

it('finds the lists of a type and its components that have a parameter', () => {
  const found = findFilters({
    attributes: {
      own: list('strata'),
      unfiltered: list(),
      secret: list('secret', { private: true }),
      fit: { type: 'component', component: 'iris.fit' },
      hidden: { type: 'component', component: 'iris.fit', private: true },
    },
    components,
  });
  expect(found.map(({ options, ...one }) => one)).toEqual([
    { parameter: 'strata', through: [], component: undefined, attribute: 'own' },
    { parameter: 'inner', through: ['fit'], component: 'iris.fit', attribute: 'inner' },
  ]);
});

it('refuses two lists under one parameter, and a list that does not say what it holds', () => {
  const attributes = { one: list('strata'), other: list('strata') };
  expect(() => findFilters({ attributes, components })).toThrow('strata');
  const unsaid = { one: list(undefined, { options: {} }) };
  expect(() => findFilters({ attributes: unsaid, components })).toThrow('options.holds');
});
