import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<true>();

/**
 * Runs `work` outside the guard, for what the server itself must read to answer a request, such as
 * a rule that looks at an interview. Its result must not be sent as it is.
 */
export const runTrusted = <T>(work: () => T): T => storage.run(true, work);

export const isTrusted = (): boolean => storage.getStore() === true;
