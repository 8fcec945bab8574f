import { isRecord } from './readers';

/** One end of a relation: by documentId where it is known, else by row id. */
export type Reference = { id?: number; documentId?: string; locale?: string };

const toReference = (value: unknown): Reference[] => {
  if (typeof value === 'number') return [{ id: value }];
  if (typeof value === 'string') {
    return /^\d+$/.test(value)
      ? [{ id: Number(value) }]
      : value === ''
        ? []
        : [{ documentId: value }];
  }
  if (!isRecord(value)) return [];
  const { id, documentId, locale } = value;
  const numeric = typeof id === 'number' || (typeof id === 'string' && /^\d+$/.test(id));
  if (typeof documentId !== 'string' && !numeric) return [];
  return [
    {
      ...(numeric ? { id: Number(id) } : {}),
      ...(typeof documentId === 'string' ? { documentId } : {}),
      ...(typeof locale === 'string' ? { locale } : {}),
    },
  ];
};

const toReferences = (value: unknown): Reference[] =>
  (Array.isArray(value) ? value : [value]).flatMap(toReference);

const isSame = (one: Reference, other: Reference): boolean =>
  one.documentId !== undefined && other.documentId !== undefined
    ? one.documentId === other.documentId
    : one.id !== undefined && one.id === other.id;

/**
 * What a relation will hold once Strapi has written `input`, in any of the forms it takes:
 * an id, a documentId, an object, a list of these, or `{ set, connect, disconnect }`.
 * @param stored what it holds now
 * @param toOne whether it holds one target at most, so that connecting replaces
 */
export const resolveRelation = ({
  stored,
  input,
  toOne,
}: {
  stored: readonly Reference[];
  input: unknown;
  toOne: boolean;
}): Reference[] => {
  if (input === undefined) return [...stored];
  if (input === null) return [];
  const isCommand =
    isRecord(input) && ('set' in input || 'connect' in input || 'disconnect' in input);
  if (!isCommand) {
    const given = toReferences(input);
    return toOne ? given.slice(-1) : given;
  }
  // Strapi ignores the other two when there is a `set`.
  if (input.set !== undefined) return input.set === null ? [] : toReferences(input.set);
  const removed = toReferences(input.disconnect ?? []);
  const added = toReferences(input.connect ?? []);
  if (toOne && added.length > 0) return added.slice(-1);
  const kept = stored.filter((one) => ![...removed, ...added].some((other) => isSame(one, other)));
  return [...kept, ...added];
};
