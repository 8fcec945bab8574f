type Env = { int(key: string, fallback: number): number };

/** The links by which owners approve a monograph. */
export default ({ env }: { env: Env }) => ({
  /** Days that a link is valid. */
  days: env.int('APPROVAL_LINK_DAYS', 30),
  /** Requests that one address, and all together, may make in ten minutes. */
  rate: {
    perCaller: env.int('APPROVAL_RATE_PER_ADDRESS', 60),
    overall: env.int('APPROVAL_RATE_OVERALL', 1200),
    windowMs: 10 * 60 * 1000,
  },
});
