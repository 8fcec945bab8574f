/** What one may go back to, what is there, and what one has gone back from. */
export type History<T> = {
  past: T[];
  present: T;
  future: T[];
  /** What the last change was about, and when: a slider on its way is one change. */
  last: { about: string; at: number } | null;
};

export type HistoryAction<T> =
  | { kind: 'change'; next: T; about: string; at: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Begins anew, with nothing to go back to. */
  | { kind: 'open'; next: T };

/** Changes of the same thing within this time are one step. */
const TOGETHER_MS = 1000;
const MOST_STEPS = 200;

export const opened = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  last: null,
});

/** Changes, and goes back and forth between them. */
export const historyReducer = <T>(history: History<T>, action: HistoryAction<T>): History<T> => {
  const { past, present, future, last } = history;
  switch (action.kind) {
    case 'open':
      return opened(action.next);
    case 'change': {
      const { next, about, at } = action;
      const isSame = last !== null && last.about === about && at - last.at < TOGETHER_MS;
      const before = isSame ? past : [...past, present].slice(-MOST_STEPS);
      return { past: before, present: next, future: [], last: { about, at } };
    }
    case 'undo': {
      const before = past.at(-1);
      return before === undefined
        ? history
        : { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next === undefined
        ? history
        : { past: [...past, present], present: next, future: rest, last: null };
    }
  }
};
