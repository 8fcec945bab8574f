import { expect, it } from 'vitest';
import { applyChoices, type Choice } from './apply-choices';
import { findDifferences } from './find-differences';
import type { Fields } from './models';
import { models } from './test-models';

const merge = (base: Fields, mine: Fields, theirs: Fields, choices: Choice[]) => {
  const fields = Object.keys(models.contentType.attributes);
  const differences = findDifferences({ models, fields, base, mine, theirs });
  expect(differences).toHaveLength(choices.length);
  return applyChoices({ models, mine, theirs, differences, choices });
};

it('sends mine where it was chosen and leaves theirs alone elsewhere', () => {
  expect(
    merge(
      { title: 'A', body: 'x', budget: 1 },
      { title: 'B', body: 'y', budget: 2 },
      { title: 'C', body: 'z', budget: 1 },
      ['mine', 'theirs'],
    ),
  ).toEqual({ title: 'B', budget: 2 });
});

it('merges an item of a list text by text, on the row that holds it now', () => {
  const funder = { connect: [{ id: 5 }], disconnect: [] };
  expect(
    merge(
      { costs: [{ id: 1, code: 'a', label: 'A', note: 'n' }] },
      { costs: [{ id: 1, code: 'a', label: 'Mine', note: 'Mine too', funder }] },
      { costs: [{ id: 9, code: 'a', label: 'Theirs', note: 'Theirs too', funder: { count: 1 } }] },
      ['theirs', 'mine'],
    ),
  ).toEqual({ costs: [{ id: 9, code: 'a', label: 'Theirs', note: 'Mine too', funder }] });
});

it('brings back an item that somebody took out, as a new one', () => {
  expect(
    merge(
      { costs: [{ id: 1, code: 'a', label: 'A' }] },
      { costs: [{ id: 1, code: 'a', label: 'Mine' }] },
      { costs: [] },
      ['mine'],
    ),
  ).toEqual({ costs: [{ code: 'a', label: 'Mine' }] });
});

it('takes an emptied text of theirs over', () => {
  expect(
    merge(
      { fit: { id: 1, text: 'a', size: 's' } },
      { fit: { id: 1, text: 'b', size: 's' } },
      { fit: { id: 2, text: null, size: 's' } },
      ['theirs'],
    ),
  ).toEqual({ fit: { id: 2, text: null, size: 's' } });
});

it('takes a component of theirs over without its links', () => {
  const inner = {
    ...models,
    contentType: {
      uid: 'api::y.y',
      attributes: { box: { type: 'component', component: 'y.box' } },
    },
  };
  const boxed = {
    ...inner,
    components: {
      ...models.components,
      'y.box': {
        uid: 'y.box',
        attributes: { costs: { type: 'component', component: 'x.cost', repeatable: true } },
      },
    },
  };
  const box = (costs: Fields[]) => ({ box: { id: 1, costs } });
  const mine = box([{ code: 'm', label: 'M' }]);
  const theirs = box([{ id: 4, code: 't', label: 'T', funder: { count: 1 } }]);
  const differences = findDifferences({
    models: boxed,
    fields: ['box'],
    base: box([]),
    mine,
    theirs,
  });
  expect(applyChoices({ models: boxed, mine, theirs, differences, choices: ['theirs'] })).toEqual(
    box([{ id: 4, code: 't', label: 'T' }]),
  );
});
