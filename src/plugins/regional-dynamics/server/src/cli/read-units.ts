import path from 'node:path';
import { type Hierarchy, nutsHierarchy } from '../core/observation';
import { readCsv } from './read-csv';
import { Refusal } from './refusal';

/**
 * Where units stand, from a CSV `unit[,parent][,group]`. A unit that is its parent's only child
 * is all of it. Without a file NUTS codes carry their parents themselves.
 */
export const readUnits = async (file: string | undefined): Promise<Hierarchy> => {
  if (file === undefined) return nutsHierarchy;
  const name = path.basename(file);
  const parents = new Map<string, string>();
  const groups = new Map<string, string>();
  const children = new Map<string, number>();
  const problems: string[] = [];
  const seen = new Set<string>();
  await readCsv(file, (columns) => {
    if (!columns.includes('unit')) throw new Refusal([`${name}: has no column "unit"`]);
    return ({ line, record }) => {
      const { unit = '', parent = '', group = '' } = record;
      if (unit === '') problems.push(`${name}:${line}: has no unit`);
      if (seen.has(unit)) problems.push(`${name}:${line}: ${unit} stands twice`);
      seen.add(unit);
      if (parent === unit && unit !== '') {
        problems.push(`${name}:${line}: ${unit} is its own parent`);
      }
      if (parent !== '') {
        parents.set(unit, parent);
        children.set(parent, (children.get(parent) ?? 0) + 1);
      }
      if (group !== '') groups.set(unit, group);
    };
  });
  for (const unit of parents.keys()) {
    let steps = 0;
    for (let at: string | undefined = unit; at !== undefined; at = parents.get(at)) {
      if (++steps > 10) {
        problems.push(`${name}: the parents of ${unit} run in a circle or deeper than ten levels`);
        break;
      }
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return {
    parentOf: (unit) => parents.get(unit) ?? null,
    isWholeOfParent: (unit) => children.get(parents.get(unit) ?? '') === 1,
    groupOf: (unit) => groups.get(unit) ?? null,
  };
};
