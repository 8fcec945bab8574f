import type { Models } from './models';

export const models: Models = {
  contentType: {
    uid: 'api::x.x',
    attributes: {
      title: { type: 'string' },
      body: { type: 'richtext' },
      budget: { type: 'decimal' },
      sources: { type: 'json' },
      opensAt: { type: 'datetime' },
      files: { type: 'media' },
      themes: { type: 'relation' },
      costs: { type: 'component', component: 'x.cost', repeatable: true },
      fit: { type: 'component', component: 'x.fit' },
    },
  },
  components: {
    'x.cost': {
      uid: 'x.cost',
      attributes: {
        code: { type: 'string' },
        label: { type: 'string' },
        note: { type: 'string' },
        funder: { type: 'relation' },
      },
    },
    'x.fit': { uid: 'x.fit', attributes: { text: { type: 'text' }, size: { type: 'string' } } },
  },
};
