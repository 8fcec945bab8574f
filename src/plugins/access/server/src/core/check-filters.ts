import { badQuery } from './bad-query';
import { type Attribute, isRecord, type Model, targetOf, type Viewpoint } from './model';

const COMPARISONS = ['$eq', '$eqi', '$ne', '$nei', '$lt', '$lte', '$gt', '$gte'];
const TEXT_SEARCHES = ['contains', 'notContains', 'startsWith', 'endsWith'].flatMap((name) => [
  `$${name}`,
  `$${name}i`,
]);
const LISTS = ['$in', '$notIn'];
const OPERATORS = [...COMPARISONS, ...TEXT_SEARCHES, ...LISTS, '$between', '$null', '$notNull'];
const TEXTS = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration']);
/** Strapi turns the column into a text for these. */
const ANY_AS_TEXT = ['$containsi', '$notContainsi'];
const NESTED = new Set(['relation', 'component', 'dynamiczone', 'media']);
const MAX_INTEGER = 2 ** 31 - 1;

const ID: Attribute = { type: 'increments' };
const DOCUMENT: Record<string, Attribute> = {
  documentId: { type: 'string' },
  locale: { type: 'string' },
};

const attributeOf = (model: Model, key: string): Attribute | undefined => {
  if (key === 'id') return ID;
  if (Object.hasOwn(model.attributes, key)) return model.attributes[key];
  return model.modelType !== 'component' && Object.hasOwn(DOCUMENT, key)
    ? DOCUMENT[key]
    : undefined;
};

type Step = { viewpoint: Viewpoint; path: string };

const isScalar = (value: unknown): boolean => !Array.isArray(value) && !isRecord(value);

const checkScalar = (value: unknown, attribute: Attribute, operator: string, path: string) => {
  if (!isScalar(value)) throw badQuery({ message: `${path} takes one value.`, path });
  if (typeof value !== 'string') return;
  if (operator === '$null' || operator === '$notNull') return;
  if (TEXT_SEARCHES.includes(operator)) {
    const isSearched = TEXTS.has(attribute.type) || ANY_AS_TEXT.includes(operator);
    if (!isSearched) throw badQuery({ message: `${path} searches texts only.`, path });
    return;
  }
  if (attribute.type === 'json') {
    throw badQuery({ message: `${path} can't compare with an object.`, path });
  }
  const isNumber = value.trim() !== '' && Math.abs(Number(value)) <= MAX_INTEGER;
  if (attribute === ID && !isNumber) throw badQuery({ message: `${path} takes an id.`, path });
};

const checkOperand = (value: unknown, attribute: Attribute, operator: string, path: string) => {
  if (operator === '$between') {
    if (!Array.isArray(value) || value.length !== 2) {
      throw badQuery({ message: `${path} takes two values.`, path });
    }
  }
  for (const item of Array.isArray(value) ? value : [value]) {
    checkScalar(item, attribute, operator, path);
  }
};

const checkCondition = (value: unknown, attribute: Attribute, path: string): void => {
  if (!isRecord(value)) {
    checkOperand(value, attribute, '$eq', path);
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    const here = `${path}.${operator}`;
    if (operator === '$not') {
      checkCondition(operand, attribute, here);
    } else if (OPERATORS.includes(operator)) {
      checkOperand(operand, attribute, operator, here);
    } else {
      const known = ['$not', ...OPERATORS].join(', ');
      throw badQuery({ message: `${here} is no operator here; known are ${known}.`, path: here });
    }
  }
};

const checkLink = (value: unknown, attribute: Attribute, { viewpoint, path }: Step): void => {
  const uid = targetOf(attribute);
  const target = uid === undefined ? undefined : viewpoint.getModel(uid);
  if (!target) {
    // Polymorphic links are refused for another reason.
    if (attribute.type === 'relation') return;
    throw badQuery({ message: `${path} can't be filtered by.`, path });
  }
  if (!isRecord(value)) {
    checkOperand(value, ID, '$eq', path);
    return;
  }
  const operators = Object.keys(value).filter((key) => key.startsWith('$'));
  if (operators.length === 0) {
    checkLevel(value, target, { viewpoint, path });
    return;
  }
  if (Object.keys(value).length > 1) {
    throw badQuery({ message: `${path} takes one operator, or attributes.`, path });
  }
  const isGroup = ['$and', '$or', '$not'].some((group) => group in value);
  if (isGroup) checkLevel(value, target, { viewpoint, path });
  else checkCondition(value, ID, path);
};

const checkLevel = (value: unknown, model: Model, { viewpoint, path }: Step): void => {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      checkLevel(item, model, { viewpoint, path: `${path}.${index}` });
    }
    return;
  }
  if (!isRecord(value)) {
    throw badQuery({ message: `${path} takes conditions by attribute.`, path });
  }
  for (const [key, item] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(item)) throw badQuery({ message: `${here} takes a list.`, path: here });
      checkLevel(item, model, { viewpoint, path: here });
      continue;
    }
    if (key === '$not') {
      checkLevel(item, model, { viewpoint, path: here });
      continue;
    }
    const attribute = attributeOf(model, key);
    if (!attribute) {
      throw badQuery({ message: `${here} is no attribute of ${model.uid}.`, path: here });
    }
    if (NESTED.has(attribute.type)) checkLink(item, attribute, { viewpoint, path: here });
    else checkCondition(item, attribute, here);
  }
};

/**
 * Refuses filters that Strapi accepts and its database layer then fails on, with a 500: operators
 * that don't exist or stand where they can't, operands of the wrong shape or kind. The guard, too,
 * then knows every shape that it rewrites.
 * @param path where the filters stand, for messages
 * @throws ValidationError that names the path and the rule
 */
export const checkFilters = ({
  filters,
  model,
  viewpoint,
  path,
}: {
  filters: unknown;
  model: Model;
  viewpoint: Viewpoint;
  path: string;
}): void => checkLevel(filters, model, { viewpoint, path });
