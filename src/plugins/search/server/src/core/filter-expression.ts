/** A condition in Meilisearch's filter language; '' is none. */
export type Expression = string;

export type Value = string | number | boolean;
export type Order = '<' | '<=' | '>' | '>=';

/** What conditions are made of, and made into. */
export type Algebra<Condition> = {
  /** Of no document where there are no values. */
  isIn: (attribute: string, values: readonly Value[]) => Condition;
  compare: (attribute: string, order: Order, value: number) => Condition;
  /** Whether the attribute is missing, null or an empty list. */
  isNothing: (attribute: string) => Condition;
  /** Holds where there are no parts. */
  all: (parts: readonly Condition[]) => Condition;
  /** Of no document where there are no parts. */
  any: (parts: readonly Condition[]) => Condition;
  not: (part: Condition) => Condition;
};

/** A value as a literal of Meilisearch's filter language: no text can end it and begin another condition. */
const literal = (value: Value): string =>
  typeof value === 'string'
    ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    : String(value);

/** True of no document: every document has an id. */
const NEVER: Expression = 'documentId NOT EXISTS';

/** Whether one of the values stands in the attribute; of no document where there are none. */
export const isIn = (attribute: string, values: readonly Value[]): Expression =>
  values.length === 0 ? NEVER : `${attribute} IN [${values.map(literal).join(', ')}]`;

export const compare = (attribute: string, operator: Order, value: number): Expression =>
  `${attribute} ${operator} ${value}`;

/** Whether the attribute is missing, null or an empty list. */
export const isNothing = (attribute: string): Expression =>
  `(${attribute} NOT EXISTS OR ${attribute} IS NULL OR ${attribute} IS EMPTY)`;

/** Brackets only where there is more than one part, so that depth is that of the question. */
const joined = (parts: readonly Expression[], operator: 'AND' | 'OR'): Expression =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`;

/** All of the conditions; '' where there are none. */
export const all = (parts: readonly Expression[]): Expression => {
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? '' : joined(given, 'AND');
};

/** Any of the conditions: of no document where there are none, of all where one of them is none. */
export const any = (parts: readonly Expression[]): Expression => {
  if (parts.length === 0) return NEVER;
  return parts.includes('') ? '' : joined(parts, 'OR');
};

export const not = (part: Expression): Expression => (part === '' ? NEVER : `NOT ${part}`);

export const expressions: Algebra<Expression> = { isIn, compare, isNothing, all, any, not };

/** Within so many metres of a point. */
export const isNear = ({
  lat,
  lng,
  metres,
}: {
  lat: number;
  lng: number;
  metres: number;
}): Expression => `_geoRadius(${lat}, ${lng}, ${metres})`;

/** Within a box; one whose west is east of its east spans the 180th meridian. */
export const isWithin = ({
  west,
  south,
  east,
  north,
}: {
  west: number;
  south: number;
  east: number;
  north: number;
}): Expression => `_geoBoundingBox([${north}, ${east}], [${south}, ${west}])`;
