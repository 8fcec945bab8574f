import { readFileSync, writeFileSync } from 'node:fs';

/** Forgets the most memory that this process has had so far. Linux only. */
export const resetPeak = (): void => writeFileSync('/proc/self/clear_refs', '5');

/** The most resident memory that the process had since, in bytes, from `/proc/self/status`. */
export const peakOf = (status: string): number => {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('/proc/self/status tells no peak of memory.');
  return Number(kilobytes) * 1024;
};

export const readPeak = (): number => peakOf(readFileSync('/proc/self/status', 'utf8'));
