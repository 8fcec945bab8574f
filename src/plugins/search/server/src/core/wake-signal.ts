/** Lets a loop sleep until someone wakes it or time runs out. A wake that comes early is kept. */
export type WakeSignal = {
  wake: () => void;
  wait: (milliseconds: number) => Promise<void>;
};

export const createWakeSignal = (): WakeSignal => {
  let woken = false;
  let resume: (() => void) | undefined;
  return {
    wake: () => {
      woken = true;
      resume?.();
    },
    wait: async (milliseconds) => {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
      resume = undefined;
    },
  };
};
