import type { Choice } from './core/apply-choices';
import type { Difference } from './core/find-differences';
import type { Models } from './core/models';

/** A refused save that waits for what the editor decides. */
export type Conflict = {
  models: Models;
  /** The name of whoever saved last, as far as it can be read. */
  savedBy: string | undefined;
  /** When it was saved (ISO 8601). */
  savedAt: string | undefined;
  differences: Difference[];
  /** What is gone, if anything: the form's texts are then all there is. */
  deleted: 'version' | 'entry' | undefined;
};

type Translate = (id: string, inEnglish: string) => string;
type Open = { conflict: Conflict; decide: (choices: Choice[] | undefined) => void };

let open: Open | undefined;
const hosts = new Set<() => void>();
const tell = () => {
  for (const host of hosts) host();
};

export const currentConflict = (): Open | undefined => open;

let translate: Translate = (_, inEnglish) => inEnglish;

/** Has what is said outside of React said in the panel's language. */
export const speakLike = (next: Translate): void => {
  translate = next;
};

export const inPanelLanguage: Translate = (id, inEnglish) => translate(id, inEnglish);

/** Registers a dialog that shows conflicts, for React's `useSyncExternalStore`. */
export const hostConflicts = (onChange: () => void): (() => void) => {
  hosts.add(onChange);
  return () => {
    hosts.delete(onChange);
    if (hosts.size === 0) open?.decide(undefined);
  };
};

/**
 * Shows a conflict and waits for the decision.
 * @returns a choice for each difference; undefined when the editor closes the dialog, or none is there
 */
export const askEditor = (conflict: Conflict): Promise<Choice[] | undefined> => {
  if (hosts.size === 0) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    open = {
      conflict,
      decide: (choices) => {
        open = undefined;
        tell();
        resolve(choices);
      },
    };
    tell();
  });
};
