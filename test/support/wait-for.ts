/**
 * Asks `condition` again and again until it answers something truthy, and returns that.
 * @param timeoutMs milliseconds before it gives up (30,000 unless told)
 * @throws Error when time runs out; whatever `condition` throws
 */
export const waitFor = async <T>(
  condition: () => Promise<T> | T,
  { timeoutMs = 30_000, intervalMs = 25 }: { timeoutMs?: number; intervalMs?: number } = {},
): Promise<Exclude<T, undefined | null | false | 0 | ''>> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    if (answer) return answer as Exclude<T, undefined | null | false | 0 | ''>;
    if (Date.now() > deadline) throw new Error(`Not true within ${timeoutMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
};
