const WIDTH = 30;
/** Milliseconds between two drawings: a terminal must not be slower than the work. */
const EVERY = 100;

/** The line of a bar: `Seeds [######......] 12/60`. */
const drawBar = ({
  title,
  done,
  total,
}: {
  title: string;
  done: number;
  total: number;
}): string => {
  const full = total === 0 ? WIDTH : Math.round((WIDTH * Math.min(done, total)) / total);
  return `${title} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${total}`;
};

/** Draws progress on a terminal; elsewhere (a log, a pipe) it says only where the work ended. */
export const createProgressBar = ({
  title,
  stream,
  now = Date.now,
}: {
  title: string;
  stream: { isTTY?: boolean; write: (text: string) => unknown };
  now?: () => number;
}): { show: (progress: { done: number; total: number }) => void; end: () => void } => {
  let last = { done: 0, total: 0 };
  let drawnAt = 0;
  return {
    show: (progress) => {
      last = progress;
      if (!stream.isTTY || now() - drawnAt < EVERY) return;
      drawnAt = now();
      stream.write(`\r${drawBar({ title, ...progress })}`);
    },
    end: () => {
      stream.write(`${stream.isTTY ? '\r' : ''}${drawBar({ title, ...last })}\n`);
    },
  };
};
