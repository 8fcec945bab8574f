import type { Algebra, Order, Value } from './filter-expression';

/** Whether a document fulfils a condition, as the engine would say it. */
export type Predicate = (document: Readonly<Record<string, unknown>>) => boolean;

const valuesOf = (value: unknown): unknown[] =>
  [value].flat().filter((one) => one !== null && one !== undefined);

/** The engine compares texts without case. */
const comparable = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

const HOLDS: Record<Order, (one: number, other: number) => boolean> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

/** Conditions that are judged here, of a document that is at hand. */
export const predicates: Algebra<Predicate> = {
  isIn: (attribute: string, values: readonly Value[]) => {
    const wanted = new Set(values.map(comparable));
    return (document) =>
      valuesOf(document[attribute]).some((one) => wanted.has(comparable(one) as Value));
  },
  compare: (attribute, order, value) => (document) =>
    valuesOf(document[attribute]).some(
      (one) => typeof one === 'number' && HOLDS[order](one, value),
    ),
  isNothing: (attribute) => (document) => valuesOf(document[attribute]).length === 0,
  all: (parts) => (document) => parts.every((part) => part(document)),
  any: (parts) => (document) => parts.some((part) => part(document)),
  not: (part) => (document) => !part(document),
};

/** The attributes that a condition looks at. */
export const attributesIn: Algebra<readonly string[]> = {
  isIn: (attribute) => [attribute],
  compare: (attribute) => [attribute],
  isNothing: (attribute) => [attribute],
  all: (parts) => parts.flat(),
  any: (parts) => parts.flat(),
  not: (part) => part,
};
