import type { LinkRow } from './plan-links';

const bySource = (rows: LinkRow[]) => {
  const groups = new Map<number, LinkRow[]>();
  for (const row of rows) groups.set(row.source, [...(groups.get(row.source) ?? []), row]);
  return groups;
};

const targetsInOrder = (rows: LinkRow[] = []) =>
  [...rows]
    .sort((left, right) => left.order - right.order)
    .map(({ target }) => target)
    .join();

/**
 * What turns the rows found into the rows wanted: the sources whose rows go, and the rows that
 * come in their place. Sources that are right already are left alone.
 */
export const diffLinks = ({
  found,
  wanted,
}: {
  found: LinkRow[];
  wanted: LinkRow[];
}): { clear: number[]; insert: LinkRow[] } => {
  const foundBySource = bySource(found);
  const wantedBySource = bySource(wanted);
  const changed = [...new Set([...foundBySource.keys(), ...wantedBySource.keys()])].filter(
    (source) =>
      targetsInOrder(foundBySource.get(source)) !== targetsInOrder(wantedBySource.get(source)),
  );
  return {
    clear: changed.filter((source) => foundBySource.has(source)),
    insert: changed.flatMap((source) => wantedBySource.get(source) ?? []),
  };
};
