import type { Core } from '@strapi/strapi';
import type { ReferencePattern } from './reference-pattern';
import type { Row, Violation } from './violation';

/** The entry that is written, and where it stands. */
export type Occasion = {
  strapi: Core.Strapi;
  documentId: string | undefined;
  /** Undefined on types without locales. */
  locale: string | undefined;
  /** Whether this row is the one in the original's locale. */
  isOriginal: boolean;
  stored: Row | null;
  /** The original's draft where this row is a translation's: its texts at publication only. */
  original: Row | null;
  now: Date;
};

type Judged<F> = { row: Row; stored: Row | null; facts: F; isOriginal: boolean };

/**
 * The rules of one content type. All but `loadFacts` are pure.
 * @template F what the rules must know beyond the row itself
 */
export type TypeRules<F> = {
  /** How a reference is made for an entry that has none. */
  reference: (input: { row: Row; now: Date }) => ReferencePattern;
  loadFacts: (input: Occasion & { row: Row }) => Promise<F>;
  /** Values the server fills in or corrects. */
  derive?: (input: Judged<F> & { now: Date }) => Record<string, unknown>;
  /** Format and consistency: hold on every save. */
  onSave?: (input: Judged<F>) => Violation[];
  /** Completeness: asked at publication only. */
  onPublish?: (input: Judged<F>) => Violation[];
};

/** One occasion with its facts loaded. */
type OpenedRules = {
  derived: Record<string, unknown>;
  judge: (input: { row: Row; complete: boolean }) => Violation[];
};

export type SealedRules = {
  reference: TypeRules<unknown>['reference'];
  open: (input: Occasion & { row: Row }) => Promise<OpenedRules>;
};

/** For types whose rules look at the row alone. */
export const noFacts = async (): Promise<null> => null;

/** Hides the type of the facts, so that the rules of all types can stand in one map. */
export const defineRules = <F>(rules: TypeRules<F>): SealedRules => ({
  reference: rules.reference,
  open: async (occasion) => {
    const facts = await rules.loadFacts(occasion);
    const { row, stored, isOriginal, now } = occasion;
    return {
      derived: rules.derive?.({ row, stored, facts, isOriginal, now }) ?? {},
      judge: ({ row: resulting, complete }) => {
        const judged = { row: resulting, stored, facts, isOriginal };
        return [
          ...(rules.onSave?.(judged) ?? []),
          ...(complete ? (rules.onPublish?.(judged) ?? []) : []),
        ];
      },
    };
  },
});
