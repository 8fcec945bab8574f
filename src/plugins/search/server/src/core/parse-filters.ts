import { type Algebra, type Expression, expressions } from './filter-expression';
import { type AttributeKind, scalar } from './filter-values';
import { invalid, oneOf, type Read, together, valid } from './problem';

/**
 * What filters may name: attributes by their kind, and those that documents do not hold, each of
 * whose values stands for a condition at this moment.
 */
export type FilterRules<Condition = Expression> = {
  attributes: Readonly<Record<string, AttributeKind>>;
  computed: Readonly<Record<string, () => Readonly<Record<string, Condition>>>>;
};

const MAX_CONDITIONS = 100;
const MAX_DEPTH = 10;

const EQUALITY = ['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn'];
const PRESENCE = ['$null', '$notNull'];
const ORDER = ['$lt', '$lte', '$gt', '$gte', '$between'];
const LOGIC = ['$and', '$or', '$not'];
const SYMBOLS = { $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of the query string are lists, or objects with numbers for keys where they are long. */
const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (isRecord(value) && Object.keys(value).every((key) => /^\d+$/.test(key))) {
    return Object.values(value);
  }
  return [value];
};

const mapped = <T, U>(read: Read<T>, change: (value: T) => U): Read<U> =>
  read.state === 'valid' ? valid(change(read.value)) : read;

type Field<Condition> = {
  /** The condition that the field has one of these values. */
  having: (values: readonly unknown[], path: string[]) => Read<Condition>;
  operators: readonly string[];
  other: (operator: string, value: unknown, path: string[]) => Read<Condition>;
};

const hasOperators = (value: Record<string, unknown>): boolean =>
  Object.keys(value).some((key) => !/^\d+$/.test(key));

const sizeOf = (value: unknown): { leaves: number; depth: number } => {
  if (typeof value !== 'object' || value === null) return { leaves: 1, depth: 0 };
  const inner = Object.values(value).map(sizeOf);
  return {
    leaves: inner.reduce((sum, { leaves }) => sum + leaves, 0),
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
};

/**
 * A reader of filters as Strapi writes them. A comparison with a list asks whether one of its values is
 * equal; `$ne`, `$notIn` and `$not` hold for entries without a value, too.
 * @param algebra what conditions are made of
 */
export const filterReader = <Condition>({
  all,
  any,
  not,
  isIn,
  compare,
  isNothing,
}: Algebra<Condition>) => {
  const presence = (attribute: string, value: unknown, path: string[]): Read<Condition> =>
    mapped(scalar(value, 'boolean', path), (isAsked) => {
      const nothing = isNothing(attribute);
      return isAsked === (path.at(-1) === '$null') ? nothing : not(nothing);
    });

  const between = (
    attribute: string,
    value: unknown,
    kind: AttributeKind,
    path: string[],
  ): Read<Condition> => {
    const ends = listOf(value);
    if (ends.length !== 2) return invalid(path, 'takes two values, the lower one first');
    return mapped(together(ends.map((end) => scalar(end, kind, path))), ([low, high]) =>
      all([compare(attribute, '>=', Number(low)), compare(attribute, '<=', Number(high))]),
    );
  };

  const storedField = (attribute: string, kind: AttributeKind): Field<Condition> => ({
    having: (values, path) =>
      mapped(together(values.map((value) => scalar(value, kind, path))), (found) =>
        isIn(attribute, found),
      ),
    operators: [
      ...EQUALITY,
      ...(kind === 'number' || kind === 'date' ? ORDER : []),
      ...PRESENCE,
      ...LOGIC,
    ],
    other: (operator, value, path) => {
      if (PRESENCE.includes(operator)) return presence(attribute, value, path);
      if (operator === '$between') return between(attribute, value, kind, path);
      return mapped(scalar(value, kind, path), (found) =>
        compare(attribute, SYMBOLS[operator as keyof typeof SYMBOLS], Number(found)),
      );
    },
  });

  const computedField = (values: Readonly<Record<string, Condition>>): Field<Condition> => ({
    having: (asked, path) =>
      mapped(
        together(
          asked.map((value): Read<Condition> => {
            const found = Object.hasOwn(values, String(value)) ? values[String(value)] : undefined;
            return found === undefined ? invalid(path, oneOf(Object.keys(values))) : valid(found);
          }),
        ),
        any,
      ),
    operators: [...EQUALITY, ...LOGIC],
    other: (_operator, _value, path) => invalid(path, `takes ${EQUALITY.join(', ')}`),
  });

  const ofField = (field: Field<Condition>, value: unknown, path: string[]): Read<Condition> => {
    const isList = Array.isArray(value) || (isRecord(value) && !hasOperators(value));
    if (isList) return field.having(listOf(value), path);
    if (!isRecord(value)) return field.having([value], path);
    const parts = Object.entries(value).map(([operator, operand]): Read<Condition> => {
      const here = [...path, operator];
      if (!field.operators.includes(operator)) {
        return invalid(here, `is not possible: use ${field.operators.join(', ')}`);
      }
      switch (operator) {
        case '$eq':
        case '$eqi':
          return field.having([operand], here);
        case '$in':
          return field.having(listOf(operand), here);
        case '$ne':
        case '$nei':
          return mapped(field.having([operand], here), not);
        case '$notIn':
          return mapped(field.having(listOf(operand), here), not);
        case '$not':
          return mapped(ofField(field, operand, here), not);
        case '$and':
          return mapped(together(listOf(operand).map((one) => ofField(field, one, here))), all);
        case '$or':
          return mapped(together(listOf(operand).map((one) => ofField(field, one, here))), any);
        default:
          return field.other(operator, operand, here);
      }
    });
    return mapped(together(parts), all);
  };

  const ofEntry = (
    value: unknown,
    rules: FilterRules<Condition>,
    path: string[],
  ): Read<Condition> => {
    if (!isRecord(value)) return invalid(path, 'takes attributes, as in filters[type]=theme');
    const names = [...Object.keys(rules.attributes), ...Object.keys(rules.computed)].sort();
    const parts = Object.entries(value).map(([key, inner]): Read<Condition> => {
      const here = [...path, key];
      if (key === '$and' || key === '$or') {
        const reads = listOf(inner).map((one) => ofEntry(one, rules, here));
        return mapped(together(reads), key === '$and' ? all : any);
      }
      if (key === '$not') return mapped(ofEntry(inner, rules, here), not);
      const kind = Object.hasOwn(rules.attributes, key) ? rules.attributes[key] : undefined;
      if (kind) return ofField(storedField(key, kind), inner, here);
      const values = Object.hasOwn(rules.computed, key) ? rules.computed[key] : undefined;
      if (values) return ofField(computedField(values()), inner, here);
      return invalid(here, `is not an attribute of search: use ${[...names, ...LOGIC].join(', ')}`);
    });
    return mapped(together(parts), all);
  };

  return ({
    filters,
    rules,
    path,
  }: {
    filters: unknown;
    rules: FilterRules<Condition>;
    path: string[];
  }): Read<Condition> => {
    if (filters === undefined) return valid(all([]));
    const { leaves, depth } = sizeOf(filters);
    if (leaves > MAX_CONDITIONS) {
      return invalid(path, `may compare with ${MAX_CONDITIONS} values, not ${leaves}`);
    }
    if (depth > MAX_DEPTH) return invalid(path, `may be ${MAX_DEPTH} levels deep, not ${depth}`);
    return ofEntry(filters, rules, path);
  };
};

/** Reads filters as a condition for the engine. */
export const parseFilters = filterReader(expressions);
