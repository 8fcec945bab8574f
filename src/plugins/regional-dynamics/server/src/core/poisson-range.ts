/** ln P(X = k) of a Poisson count with mean λ > 0, from ln k! that the caller sums up. */
const logTerm = (k: number, lambda: number, logFactorial: number): number =>
  k * Math.log(lambda) - lambda - logFactorial;

const logFactorialOf = (n: number): number => {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
};

/** P(X ≤ n) of a Poisson count with mean λ: terms from n down, each the one before times k/λ. */
const cumulative = (n: number, lambda: number, logFactorial: number): number => {
  if (n < 0) return 0;
  if (lambda === 0) return 1;
  let relative = 1;
  let sum = 1;
  for (let k = n; k > 0 && relative > 1e-18 * sum; k--) {
    relative *= k / lambda;
    sum += relative;
  }
  return Math.min(1, Math.exp(logTerm(n, lambda, logFactorial) + Math.log(sum)));
};

/** Where a decreasing function of λ crosses a value, to the last digit but one. */
const crossing = (
  of: (lambda: number) => number,
  { wanted, low, high }: { wanted: number; low: number; high: number },
): number => {
  let [below, above] = [low, high];
  for (let step = 0; step < 200 && above - below > 1e-13 * above; step++) {
    const middle = (below + above) / 2;
    if (of(middle) > wanted) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
};

/**
 * The exact range of a Poisson mean after n events (Garwood 1936): the means under which as many
 * events or more, and as many or fewer, still have a probability of (1 − level)/2 each. Equals
 * `χ²(α/2; 2n)/2` and `χ²(1 − α/2; 2n + 2)/2`; its lower end is 0 where nothing was counted.
 * @param n a whole number from 0
 * @param level between 0 and 1
 */
export const poissonRange = (n: number, level: number): { low: number; high: number } => {
  const tail = (1 - level) / 2;
  const farthest = n + 10 * Math.sqrt(n + 1) + 50;
  const atMost = (count: number) => {
    const logFactorial = logFactorialOf(Math.max(0, count));
    return (lambda: number) => cumulative(count, lambda, logFactorial);
  };
  return {
    low: n === 0 ? 0 : crossing(atMost(n - 1), { wanted: 1 - tail, low: 0, high: n }),
    high: crossing(atMost(n), { wanted: tail, low: n, high: farthest }),
  };
};
