/** A target as a caller names it: by document, or by the id of one of its rows. */
export type TargetRef = { documentId: string } | { id: number };

type Position = { kind: 'end' } | { kind: 'start' } | { kind: 'before' | 'after'; ref: TargetRef };

/** What a caller asks of a relation, all of Strapi's spellings read into one. */
export type RelationChange =
  | { kind: 'set'; targets: TargetRef[] }
  | {
      kind: 'change';
      connect: { ref: TargetRef; position: Position }[];
      disconnect: TargetRef[];
    };

/** A spelling of a relation that Strapi does not know either. */
export class UnreadableRelation extends Error {
  readonly value: string;

  constructor(value: unknown) {
    const shown = String(JSON.stringify(value));
    super(`cannot read ${shown} as a relation`);
    this.value = shown;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

const readRef = (value: unknown): TargetRef => {
  if (typeof value === 'number') return { id: value };
  // A documentId never is a number; forms send row ids as text.
  if (typeof value === 'string' && value !== '') {
    return /^\d+$/.test(value) ? { id: Number(value) } : { documentId: value };
  }
  if (isRecord(value)) {
    if (typeof value.documentId === 'string') return { documentId: value.documentId };
    if (value.id !== undefined && value.id !== null) return readRef(value.id);
  }
  throw new UnreadableRelation(value);
};

const readPosition = (value: unknown): Position => {
  const position = isRecord(value) && isRecord(value.position) ? value.position : {};
  if (position.start === true) return { kind: 'start' };
  if (position.before) return { kind: 'before', ref: readRef(position.before) };
  if (position.after) return { kind: 'after', ref: readRef(position.after) };
  return { kind: 'end' };
};

/**
 * Reads the value that a caller sent for a relation attribute.
 * @throws UnreadableRelation
 */
export const readRelationChange = (value: unknown): RelationChange => {
  if (isRecord(value) && value.documentId === undefined && value.id === undefined) {
    if ('set' in value) return { kind: 'set', targets: listOf(value.set).map(readRef) };
    return {
      kind: 'change',
      connect: listOf(value.connect).map((item) => ({
        ref: readRef(item),
        position: readPosition(item),
      })),
      disconnect: listOf(value.disconnect).map(readRef),
    };
  }
  return { kind: 'set', targets: listOf(value).map(readRef) };
};

/** Every target that a change names, positions included. */
export const namedTargets = (change: RelationChange): TargetRef[] =>
  change.kind === 'set'
    ? change.targets
    : [
        ...change.disconnect,
        ...change.connect.flatMap(({ ref, position }) =>
          position.kind === 'before' || position.kind === 'after' ? [ref, position.ref] : [ref],
        ),
      ];
