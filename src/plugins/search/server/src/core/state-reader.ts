import type { SearchType } from '../../../shared/contracts';
import { attributesIn, type Predicate, predicates } from './filter-predicate';
import type { AttributeKind } from './filter-values';
import { filterReader } from './parse-filters';

type Document = Readonly<Record<string, unknown>>;

/** What is asked of a document that does not hold it, since it changes by itself. */
const STATE = 'state';

export type StateReader = {
  /** How states are asked for; none where no type declares any. */
  names: readonly string[];
  /** What a document must tell for its state to be read. */
  attributes: readonly string[];
  /** The state of documents at a moment in Unix milliseconds: the first declared one that it fulfils, else null. */
  at: (now: number) => (document: Document) => string | null;
};

const readPredicate = filterReader(predicates);
const readAttributes = filterReader(attributesIn);

/**
 * Reads states, as types declare them, off documents.
 * @param kinds of the attributes that states may filter by; the declarations have been held against them
 */
export const stateReader = ({
  types,
  kinds,
}: {
  types: readonly SearchType[];
  kinds: Readonly<Record<string, AttributeKind>>;
}): StateReader => {
  const rules = { attributes: kinds, computed: {} };
  const declared = new Map(
    types.flatMap(({ type, states }) => (states ? [[type, states] as const] : [])),
  );

  const filtersAt = (type: string, now: number) =>
    Object.entries(declared.get(type) ?? {}).map(
      ([state, filtersOf]) => [state, filtersOf(new Date(now).toISOString())] as const,
    );

  const predicatesAt = (type: string, now: number): [string, Predicate][] =>
    filtersAt(type, now).flatMap(([state, filters]) => {
      const read = readPredicate({ filters, rules, path: [state] });
      return read.state === 'valid' ? [[state, read.value]] : [];
    });

  const attributes = [...declared.keys()].flatMap((type) =>
    filtersAt(type, 0).flatMap(([state, filters]) => {
      const read = readAttributes({ filters, rules, path: [state] });
      return read.state === 'valid' ? read.value : [];
    }),
  );

  return {
    names: declared.size > 0 ? [STATE] : [],
    attributes: [...new Set(attributes)],
    at: (now) => {
      const known = new Map<string, [string, Predicate][]>();
      return (document) => {
        const type = String(document.type);
        const states = known.get(type) ?? predicatesAt(type, now);
        known.set(type, states);
        return states.find(([, isFulfilled]) => isFulfilled(document))?.[0] ?? null;
      };
    },
  };
};
