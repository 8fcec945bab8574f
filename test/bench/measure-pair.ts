/** One thing to measure; it throws when it did not do what it should. */
type Work = () => Promise<void>;

export type PairTimes = {
  /** Medians, in milliseconds. */
  ours: number;
  other: number;
  /** ours / other: 1 is as fast, 1.3 takes 30 % longer. */
  ratio: number;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = sorted.slice(
    sorted.length % 2 === 1 ? middle : middle - 1,
    middle + 1,
  );
  return sorted.length % 2 === 1 ? low : (low + high) / 2;
};

const timeOf = async (work: Work): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/**
 * Measures two things in turns, so that whatever else the machine does falls on both, and who comes
 * first changes every round.
 * @param rounds how often each is measured, after `warmup` times that do not count
 */
export const measurePair = async ({
  ours,
  other,
  between = async () => undefined,
  rounds,
  warmup,
}: {
  ours: Work;
  other: Work;
  /** Tidies up after each, unmeasured. */
  between?: Work;
  rounds: number;
  warmup: number;
}): Promise<PairTimes> => {
  const times = { ours: [] as number[], other: [] as number[] };
  for (let round = -warmup; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'other'] as const) : (['other', 'ours'] as const);
    for (const side of order) {
      const time = await timeOf(side === 'ours' ? ours : other);
      if (round >= 0) times[side].push(time);
      await between();
    }
  }
  const medians = { ours: median(times.ours), other: median(times.other) };
  return { ...medians, ratio: medians.ours / medians.other };
};
