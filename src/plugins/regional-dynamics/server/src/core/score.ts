import { aggregate, type Blocks, newSlots, type Slots } from './aggregate';
import { normalise } from './normalise';
import type { Notice } from './notice';
import { compilePlan, type Plan } from './plan';
import { type Prepared, prepare, type ScoreInput } from './prepare';
import { rankInto } from './rank';
import type { Recipe } from './recipe';
import type { Table } from './table';
import { treat } from './treat';

/** A whole nominal run: what every later analysis stands on. Columns run over `table.rows`. */
export type Scored = {
  recipe: Recipe;
  prepared: Prepared;
  table: Table;
  plan: Plan;
  blocks: Blocks;
  slots: Slots;
  /** Ranks per slot, within each year; 0 where there is no value. */
  ranks: Uint32Array[];
  notices: Notice[];
};

/** Ranks within each year. */
export const rankBlocks = (
  values: Float64Array,
  blocks: Blocks,
  out = new Uint32Array(values.length),
  scratch = new Float64Array(blocks.perYear),
): Uint32Array => {
  for (let start = 0; start < blocks.rows; start += blocks.perYear) {
    const end = start + blocks.perYear;
    rankInto(values.subarray(start, end), out.subarray(start, end), scratch);
  }
  return out;
};

/**
 * Scores units by a recipe: the pipeline of the OECD/JRC Handbook (2008), transform, denominate,
 * screen, impute, treat, normalise, weight, aggregate, rank. Pure: the same recipe and data give
 * the same figures, whatever the order of the observations. Whatever cannot be computed is a
 * notice or a named reason, never NaN in a result.
 */
export const score = (input: ScoreInput): Scored => {
  const { recipe } = input;
  const prepared = prepare(input);
  const treated = treat(recipe, prepared.table);
  const normalised = normalise(recipe, treated.table);
  const usable = new Set(treated.table.indicators.filter((_, j) => normalised.columns[j]));
  const { plan, notices: pruned } = compilePlan(recipe, usable);
  const rows = treated.table.rows.length;
  const blocks = { rows, perYear: Math.max(1, prepared.unitsPerYear) };
  const leaves = normalised.columns.filter((column) => column !== null);
  const slots = newSlots(plan, leaves, rows);
  aggregate(plan, slots, blocks);
  return {
    recipe,
    prepared,
    table: treated.table,
    plan,
    blocks,
    slots,
    ranks: slots.map((column) => rankBlocks(column, blocks)),
    notices: [...prepared.notices, ...treated.notices, ...normalised.notices, ...pruned],
  };
};
