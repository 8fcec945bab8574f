import { attributeOf, ID } from './attribute-of';
import { badQuery } from './bad-query';
import { type Attribute, isRecord, type Model, targetOf, type Viewpoint } from './model';
import { valueRule } from './value-rule';

/** They compare with a value of the attribute's own kind. */
const COMPARISONS = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$notIn', '$between'];
const TEXT_COMPARISONS = ['$eqi', '$nei'];
const TEXT_SEARCHES = ['contains', 'notContains', 'startsWith', 'endsWith'].flatMap((name) => [
  `$${name}`,
  `$${name}i`,
]);
const OPERATORS = [...COMPARISONS, ...TEXT_COMPARISONS, ...TEXT_SEARCHES, '$null', '$notNull'];
const TEXTS = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration']);
/** Strapi turns the column into a text for these. */
const ANY_AS_TEXT = ['$containsi', '$notContainsi'];
const NESTED = new Set(['relation', 'component', 'dynamiczone', 'media']);

/** `isLinked`: behind a relation, a component or a file. */
type Step = { viewpoint: Viewpoint; path: string; isLinked: boolean };

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
  const rule = COMPARISONS.includes(operator) ? valueRule(attribute) : undefined;
  if (rule && !rule.fits(value)) throw badQuery({ message: `${path} must be ${rule.rule}.`, path });
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

const checkLink = (
  value: unknown,
  attribute: Attribute,
  { viewpoint, path }: Omit<Step, 'isLinked'>,
): void => {
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
    checkLevel(value, target, { viewpoint, path, isLinked: true });
    return;
  }
  if (Object.keys(value).length > 1) {
    throw badQuery({ message: `${path} takes one operator, or attributes.`, path });
  }
  const isGroup = ['$and', '$or', '$not'].some((group) => group in value);
  if (isGroup) checkLevel(value, target, { viewpoint, path, isLinked: true });
  else checkCondition(value, ID, path);
};

const checkLevel = (value: unknown, model: Model, step: Step): void => {
  const { viewpoint, path, isLinked } = step;
  if (!isRecord(value)) {
    throw badQuery({ message: `${path} takes conditions by attribute.`, path });
  }
  for (const [key, item] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(item)) throw badQuery({ message: `${here} takes a list.`, path: here });
      for (const [index, one] of item.entries()) {
        checkLevel(one, model, { ...step, path: `${here}.${index}` });
      }
      continue;
    }
    if (key === '$not') {
      // Strapi's database layer takes one before the link only.
      if (isLinked) {
        const message = `${here} can't stand behind a link: write filters[$not] first, then the fields.`;
        throw badQuery({ message, path: here });
      }
      checkLevel(item, model, { ...step, path: here });
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
}): void => checkLevel(filters, model, { viewpoint, path, isLinked: false });
