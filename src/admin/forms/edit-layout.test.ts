import { expect, test } from 'vitest';
import { describeForm } from './edit-layout';

type Field = {
  name: string;
  type: string;
  attribute: { type: string; component?: string };
  hint?: string;
};

const field = (name: string, type = 'string', component?: string): Field => ({
  name,
  type,
  attribute: { type, ...(component ? { component } : {}) },
});

const sections = [
  { name: 'identity', fields: ['title', 'summary'] },
  { name: 'costs', fields: ['costs'] },
];

const layout = {
  layout: [[[field('title')], [field('costs', 'component', 'iris.cost')], [field('later')]]],
  components: { 'iris.cost': { layout: [[field('amount')]] } },
  options: { forms: { uid: 'api::iris.initiative', sections } },
};

const describeIt = (given: typeof layout) =>
  describeForm<Field, typeof layout>({
    layout: given,
    help: ({ uid, attribute }) => ({ hint: `${uid} ${attribute}` }),
    heading: ({ name, rightsName }) => ({ ...field(rightsName, 'heading'), hint: name }),
    note: ({ uid, attribute, rightsName }) => ({
      ...field(rightsName, 'note'),
      hint: `${uid} ${attribute}`,
    }),
  });

test('each section is a panel with a heading, and a field of none stays where it stands', () => {
  const panels = describeIt(layout).layout.map((panel) => panel.flat().map(({ name }) => name));
  expect(panels).toEqual([
    ['title', 'title'],
    ['costs.amount', 'costs', 'costs.amount', 'later'],
  ]);
  expect(describeIt(layout).layout.map((panel) => panel[0]?.[0]?.hint)).toEqual([
    'identity',
    'costs',
  ]);
});

test('every field has its help, those inside components too', () => {
  const { layout: panels, components } = describeIt(layout);
  expect(panels[0]?.[1]?.[0]?.hint).toBe('api::iris.initiative title');
  expect(panels[1]?.[2]?.[0]).toMatchObject({ type: 'note', hint: 'api::iris.initiative costs' });
  expect(components['iris.cost'].layout[0]?.[0]?.hint).toBe('iris.cost amount');
});

test('a type without sections keeps its one panel', () => {
  const plain = { ...layout, options: { forms: { uid: 'plugin::x.y', sections: [] } } };
  expect(describeIt(plain).layout[0]?.map((row) => row.map(({ name }) => name))).toEqual([
    ['title'],
    ['costs'],
    ['costs.amount'],
    ['later'],
  ]);
});

test('a type of which the server told nothing stays as it is', () => {
  const other = { ...layout, options: {} as (typeof layout)['options'] };
  expect(describeIt(other)).toBe(other);
});
