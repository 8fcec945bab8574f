const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A length of time in the largest unit that it fills, rounded down. */
export const ago = (
  seconds: number,
): { value: number; unit: 'day' | 'hour' | 'minute' | 'second' } => {
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return { value: Math.max(0, Math.floor(seconds / length)), unit };
};
