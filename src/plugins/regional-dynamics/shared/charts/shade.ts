/** Stops of cividis (Nuñez, Anderton and Renslow 2018), which is even to all eyes, from low to high. */
const STOPS = [
  [0, 32, 77],
  [49, 68, 107],
  [102, 104, 112],
  [149, 143, 120],
  [203, 186, 105],
  [255, 234, 70],
] as const;

const hex = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** A colour for a share of the scale (0 to 1), and one to write on it. */
export const shade = (share: number): { fill: string; ink: string } => {
  const place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const k = Math.min(STOPS.length - 2, Math.floor(place));
  const [low, high] = [STOPS[k] ?? STOPS[0], STOPS[k + 1] ?? STOPS[0]];
  const between = (c: 0 | 1 | 2) => low[c] + (high[c] - low[c]) * (place - k);
  return {
    fill: hex([between(0), between(1), between(2)]),
    ink: place < 2.6 ? '#ffffff' : '#101018',
  };
};
