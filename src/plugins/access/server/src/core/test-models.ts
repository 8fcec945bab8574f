import type { Model, Viewpoint } from './model';

/** A small world for the tests of the guard: articles link to articles, authors, secrets, anything. */
export const models: Record<string, Model> = {
  article: {
    uid: 'article',
    options: { draftAndPublish: true },
    attributes: {
      title: { type: 'string' },
      note: { type: 'text', private: true },
      author: { type: 'relation', target: 'author' },
      related: { type: 'relation', target: 'article' },
      secret: { type: 'relation', target: 'secret' },
      anything: { type: 'relation', relation: 'morphToMany' },
      block: { type: 'component', component: 'block' },
      zone: { type: 'dynamiczone', components: ['block'] },
      cover: { type: 'media' },
    },
  },
  author: { uid: 'author', attributes: { name: { type: 'string' } } },
  secret: { uid: 'secret', attributes: { text: { type: 'string' } } },
  block: {
    uid: 'block',
    modelType: 'component',
    attributes: { text: { type: 'string' }, article: { type: 'relation', target: 'article' } },
  },
  'plugin::upload.file': {
    uid: 'plugin::upload.file',
    attributes: { name: { type: 'string' }, size: { type: 'decimal' } },
  },
};

export const article: Model = models.article ?? { uid: '', attributes: {} };

export const SEEN = { access: { $ne: 'members' } };

/** Articles have rows that the caller may not see, secrets are private, the rest is open. */
export const viewpoint: Viewpoint = {
  getModel: (uid) => models[uid],
  isPrivate: (uid) => uid === 'secret',
  visibleWhere: ({ uid }) => (uid === 'article' ? [SEEN] : []),
};
