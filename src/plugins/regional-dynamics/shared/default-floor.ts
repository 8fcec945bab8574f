/** Rules whose figures have neither a scale nor fixed ends. */
const WITHOUT_SCALE = new Set(['z-score', 'borda', 'ratio-to-reference']);

/**
 * The floor of geometric and harmonic means where none is named: 1 of 100, so a hundredth of a
 * scale that begins at 0. A scale that begins elsewhere and raw figures have none: a value ≤ 0 is
 * named. Ranks, z-scores and ratios, which have no scale of their own, have 1.
 */
export const defaultFloor = ({
  kind,
  scale: [from, to] = [0, 100],
}: {
  kind: string;
  scale?: readonly [number, number];
}): number | null => {
  if (kind === 'none') return null;
  if (WITHOUT_SCALE.has(kind)) return 1;
  return from === 0 && to > 0 ? to / 100 : null;
};
