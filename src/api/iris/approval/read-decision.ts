import { z } from 'zod';
import type { Decision } from './decide-approval';
import { COMMENT_LENGTH } from './render-page';

const schema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  decision: z.enum(['approve', 'changes']),
  comment: z.string().optional(),
});

export type ReadDecision =
  | { outcome: 'decision'; decision: Decision }
  | { outcome: 'commentMissing' | 'commentTooLong'; comment: string }
  | { outcome: 'invalid' };

/** What the form sends, judged: an approval needs nothing more, a request for changes says which. */
export const readDecision = (body: unknown): ReadDecision => {
  const { success, data } = schema.safeParse(body);
  if (!success) return { outcome: 'invalid' };
  const { hash, decision } = data;
  if (decision === 'approve') return { outcome: 'decision', decision: { kind: 'approve', hash } };
  const comment = (data.comment ?? '').replace(/\r\n?/g, '\n').trim();
  if (comment === '') return { outcome: 'commentMissing', comment };
  if (comment.length > COMMENT_LENGTH) return { outcome: 'commentTooLong', comment };
  return { outcome: 'decision', decision: { kind: 'changes', hash, comment } };
};
