import { expect, it } from 'vitest';
import { type HistoryAction, historyReducer, opened } from './history';

const after = (...actions: HistoryAction<number>[]) =>
  actions.reduce<ReturnType<typeof opened<number>>>(historyReducer, opened(0));

const change = (next: number, about = 'a', at = next * 10_000) =>
  ({ kind: 'change', next, about, at }) as const;

it('goes back and forth, and a new change ends the way forth', () => {
  const back = after(change(1), change(2), { kind: 'undo' });
  expect(back.present).toBe(1);
  expect(historyReducer(back, { kind: 'redo' }).present).toBe(2);
  expect(historyReducer(back, change(3)).future).toEqual([]);
  expect(after({ kind: 'undo' }, { kind: 'redo' }).present).toBe(0);
});

it('takes a slider on its way for one change', () => {
  const moved = after(change(1, 'w', 0), change(2, 'w', 500), change(3, 'w', 900));
  expect(moved.past).toEqual([0]);
  expect(after(change(1, 'w', 0), change(2, 'x', 10)).past).toEqual([0, 1]);
});
