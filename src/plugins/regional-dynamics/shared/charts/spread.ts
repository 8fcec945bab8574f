/**
 * Moves labels apart that stand closer than `gap`, each as little as it takes and none out of
 * [least, most] as long as there is room.
 * @returns the new places, in the order of the given ones
 */
export const spread = (
  places: readonly number[],
  { gap, least, most }: { gap: number; least: number; most: number },
): number[] => {
  const order = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let previous = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.at = Math.max(label.at, previous + gap, least);
    previous = label.at;
  }
  let next = Number.POSITIVE_INFINITY;
  for (const label of order.reverse()) {
    label.at = Math.min(label.at, next - gap, most);
    next = label.at;
  }
  const moved = new Array<number>(places.length).fill(0);
  for (const { at, index } of order) moved[index] = at;
  return moved;
};
