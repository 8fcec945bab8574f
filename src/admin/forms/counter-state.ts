/** How near a text is to its limit; the counter looks and speaks accordingly. */
export type CounterState = 'free' | 'near' | 'full' | 'over';

/** From this share of the limit on, a text is near it. */
const NEAR = 0.9;

/**
 * @param length characters of the text
 * @param limit the most that are allowed
 */
export const counterState = ({
  length,
  limit,
}: {
  length: number;
  limit: number;
}): CounterState => {
  if (length > limit) return 'over';
  if (length === limit) return 'full';
  return length >= limit * NEAR ? 'near' : 'free';
};
