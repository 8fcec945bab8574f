import { isRecord } from '../rules/readers';
import type { Attribute, Attributes } from '../rules/schema';
import { type Problem, problem } from './problem';

type Lookup = (uid: string) => { attributes: Attributes } | undefined;

/** Operators that compare with a value of the field's own kind. */
const COMPARING = new Set([
  '$eq',
  '$ne',
  '$in',
  '$notIn',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$between',
]);

const isNumber = (value: string) => /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(value);

const isWithin = (value: string, most: bigint) =>
  /^[+-]?\d{1,20}$/.test(value) && BigInt(value) <= most && BigInt(value) >= -most;

const RULES: Record<string, { fits: (value: string) => boolean; rule: string }> = {
  integer: {
    fits: (value) => isNumber(value) && Math.abs(Number(value)) <= 2_147_483_647,
    rule: 'a number between -2147483647 and 2147483647',
  },
  biginteger: {
    fits: (value) => isWithin(value, 9_223_372_036_854_775_807n),
    rule: 'a whole number',
  },
  float: { fits: isNumber, rule: 'a number' },
  decimal: { fits: isNumber, rule: 'a number' },
  boolean: { fits: (value) => /^(true|false|t|f|1|0)$/i.test(value), rule: 'true or false' },
  date: {
    fits: (value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)),
    rule: 'a date such as 2006-10-31',
  },
  datetime: {
    fits: (value) => /^\d{10,14}$/.test(value) || !Number.isNaN(Date.parse(value)),
    rule: 'a moment such as 2006-10-31T12:00:00Z',
  },
};

const ruleOf = ({ type, enum: options }: Attribute) =>
  type === 'enumeration' && options
    ? { fits: (value: string) => options.includes(value), rule: `one of ${options.join(', ')}` }
    : RULES[type];

const ID: Attribute = { type: 'integer' };

type Step = { lookup: Lookup; path: string[] };

const plainProblems = (value: unknown, attribute: Attribute, { path }: Step): Problem[] => {
  const rule = ruleOf(attribute);
  if (!rule) return [];
  const check = (one: unknown): Problem[] =>
    one === null || one === '' || typeof one === 'object' || rule.fits(String(one))
      ? []
      : [problem(path, `must be ${rule.rule}`)];
  if (!isRecord(value)) return [value].flat().flatMap(check);
  return Object.entries(value).flatMap(([operator, operand]) => {
    if (operator === '$not')
      return plainProblems(operand, attribute, { path, lookup: () => undefined });
    if (!COMPARING.has(operator)) return [];
    // `$in[0]=…` reaches us as an object where there are many.
    const operands = isRecord(operand) ? Object.values(operand) : [operand].flat();
    return operands.flatMap(check);
  });
};

const isOperator = (key: string) => key.startsWith('$');

const namesFields = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(
    ([key, inner]) => !(isOperator(key) || /^\d+$/.test(key)) || namesFields(inner),
  );

/** Strapi fails on a `$not` of fields behind a link or in a component, and takes one before them. */
const misplacedNot = (value: unknown, { path }: Step): Problem[] =>
  path.length > 1 && namesFields(value)
    ? [problem(path, 'may not hold $not with fields: write filters[$not] first, then the fields')]
    : [];

const levelProblems = (filters: unknown, attributes: Attributes, step: Step): Problem[] => {
  if (Array.isArray(filters)) return filters.flatMap((one) => levelProblems(one, attributes, step));
  if (!isRecord(filters)) return [];
  return Object.entries(filters).flatMap(([key, value]) => {
    if (isOperator(key) || /^\d+$/.test(key)) {
      const misplaced = key === '$not' ? misplacedNot(value, step) : [];
      return [...misplaced, ...levelProblems(value, attributes, step)];
    }
    const attribute = key === 'id' ? ID : attributes[key];
    if (!attribute) return [];
    const here = { ...step, path: [...step.path, key] };
    const uid =
      attribute.type === 'media'
        ? 'plugin::upload.file'
        : (attribute.component ?? attribute.target);
    const target = uid === undefined ? undefined : step.lookup(uid);
    if (target) return levelProblems(value, target.attributes, here);
    return plainProblems(value, attribute, here);
  });
};

/**
 * Where a filter compares a field with what it can never be: a number with a text, an enumeration
 * with none of its values. A database answers such a question with nothing, or with an error.
 */
export const filterValueProblems = ({
  filters,
  attributes,
  lookup,
}: {
  filters: unknown;
  attributes: Attributes;
  lookup: Lookup;
}): Problem[] => levelProblems(filters, attributes, { lookup, path: ['filters'] });
