import { z } from 'zod';

/** What the panel's routes take of Koa's context. */
export type PanelContext = {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  status: number;
  state: { user: { id: number | string } };
  request: { body?: unknown; files?: unknown };
  res: { writableEnded: boolean; on: (event: 'close', done: () => void) => unknown };
};

export const panelLocale = z
  .string()
  .regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/, 'must be a language code such as fr')
  .default('fr');

/** Aborted when the browser no longer waits for the answer. */
export const signalOf = ({ res }: Pick<PanelContext, 'res'>): AbortSignal => {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableEnded) controller.abort();
  });
  return controller.signal;
};
