import type { EditionInputs } from '../core/edition-inputs';
import type { Figures } from '../core/figures';
import type { Recipe } from '../core/recipe';
import type { Replications } from '../core/uncertainty';

/** What a thread is started with. */
export type ThreadInput = {
  recipe: Recipe;
  figures: Figures;
  years: readonly number[];
  nutsVersion: string | null;
  /** Replications of this thread: first and one past the last. */
  span: { from: number; to: number };
};

type Rows = { start: number; end: number };

/** Asked of a thread. Buffers are transferred, never copied. */
export type Order =
  | { kind: 'inputs' }
  | { kind: 'replicate'; rows: Rows }
  /** Takes the replications of all threads for some rows, in their order. */
  | { kind: 'fold'; parts: Replications[] }
  | { kind: 'finish' };

/** Answered by a thread. */
export type Answer =
  | { kind: 'ready'; blocks: { rows: number; perYear: number }; nodes: number }
  | ({ kind: 'inputs' } & EditionInputs)
  | { kind: 'progress'; replications: number }
  | { kind: 'replicated'; part: Replications }
  | { kind: 'folded' }
  /** The result as JSON text, made here so that the main thread need not. */
  | { kind: 'finished'; result: string; ranked: number; seed: number; draws: number };
