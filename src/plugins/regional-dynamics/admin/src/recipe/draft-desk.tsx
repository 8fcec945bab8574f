import set from 'lodash/fp/set';
import unset from 'lodash/fp/unset';
import get from 'lodash/get';
import isEmpty from 'lodash/isEmpty';
import isEqual from 'lodash/isEqual';
import { createContext, type ReactNode, useContext } from 'react';
import type { FieldProblem, RecipeDocument } from '../../../shared/workbench-contracts';
import type { Draft } from './draft';

type Path = (string | number)[];

export type DraftDesk = {
  draft: Draft;
  /** Changes the draft; `about` names what, so that a slider on its way is one step. */
  edit: (next: Draft, about: string) => void;
  problems: FieldProblem[];
  indicators: RecipeDocument['indicators'];
};

/** Objects that mean nothing without what is in them. */
const NEVER_EMPTY = new Set<string | number | undefined>(['screening', 'reference', 'winmax']);

const without = (draft: Draft, path: Path): Draft => {
  const next: Draft = unset(path, draft);
  const parent = path.slice(0, -1);
  return NEVER_EMPTY.has(parent.at(-1)) && isEmpty(get(next, parent)) ? unset(parent, next) : next;
};

const Desk = createContext<DraftDesk | null>(null);

export const DraftDeskProvider = ({ desk, children }: { desk: DraftDesk; children: ReactNode }) => (
  <Desk.Provider value={desk}>{children}</Desk.Provider>
);

/** The draft on the desk: what stands where, what is wrong there, and how to change it. */
export const useDraftDesk = () => {
  const desk = useContext(Desk);
  if (!desk) throw new Error('There is no draft on the desk');
  const { draft, edit, problems, indicators } = desk;
  return {
    ...desk,
    valueAt: (path: Path): unknown => get(draft, path),
    /** `undefined` leaves the setting to its default. */
    change: (path: Path, value: unknown): void => {
      edit(value === undefined ? without(draft, path) : set(path, value, draft), path.join('.'));
    },
    problemAt: (path: Path): string | undefined =>
      problems.find((problem) => isEqual(problem.path.map(String), path.map(String)))?.message,
    nameOf: (code: string): string =>
      indicators.find((indicator) => indicator.code === code)?.name ?? code,
  };
};
