import { expect, test } from 'vitest';
import { describeColumns, describeFilters } from './describe-list';

test('columns get a cell of ours by their type, and keep Strapi’s else', () => {
  const columns = [
    { name: 'title', attribute: { type: 'string' } },
    { name: 'stage', attribute: { type: 'enumeration' } },
  ];
  expect(describeColumns({ columns, cells: { enumeration: 'cell' } })).toEqual([
    columns[0],
    { ...columns[1], cellFormatter: 'cell' },
  ]);
});

const filters = [
  { name: 'id', label: 'id', type: 'integer' },
  { name: 'stage', label: 'stage', type: 'enumeration' },
  { name: '__status', label: 'Statut', type: 'enumeration' },
  { name: 'updatedAt', label: 'updatedAt', type: 'datetime' },
];

test('filters are named in the panel’s language, those of no use to an editor left out', () => {
  const sections = [{ name: 'identity', fields: ['stage'] }];
  const layout = { options: { forms: { uid: 'api::iris.initiative', sections } } };
  expect(describeFilters({ filters, layout, choice: 'choice' })).toEqual([
    {
      name: 'stage',
      label: {
        id: 'content-manager.content-types.api::iris.initiative.stage',
        defaultMessage: 'stage',
      },
      type: 'enumeration',
      input: 'choice',
    },
    { name: '__status', label: 'Statut', type: 'enumeration', input: 'choice' },
    {
      name: 'updatedAt',
      label: {
        id: 'content-manager.content-types.api::iris.initiative.updatedAt',
        defaultMessage: 'updatedAt',
      },
      type: 'datetime',
    },
  ]);
});

test('a type of which the server told nothing keeps its filters', () => {
  expect(describeFilters({ filters, layout: {}, choice: 'choice' })).toEqual(filters);
});
