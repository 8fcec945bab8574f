import type { Attribute, Model } from './model';

export const ID: Attribute = { type: 'increments' };

const DOCUMENT: Record<string, Attribute> = {
  documentId: { type: 'string' },
  locale: { type: 'string' },
};

/** What a query may name of a type: its attributes and Strapi's own; a component has no documentId. */
export const attributeOf = (model: Model, key: string): Attribute | undefined => {
  if (key === 'id') return ID;
  if (Object.hasOwn(model.attributes, key)) return model.attributes[key];
  return model.modelType !== 'component' && Object.hasOwn(DOCUMENT, key)
    ? DOCUMENT[key]
    : undefined;
};
