import { asWriter } from '../sqlite/begin-as-writer';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

type Next = () => Promise<void>;

/** A save that has begun is not failed by another process that writes; who only reads waits for nobody. */
export default () =>
  (ctx: { method: string }, next: Next): Promise<void> =>
    READING.has(ctx.method) ? next() : asWriter(next);
