import { useText } from './use-text';

type Told = { message?: unknown; details?: { errors?: unknown; kind?: unknown } };

/** What a refused request says, in words; the panel's own for what has none. */
export const useErrorText = () => {
  const text = useText();
  return (error: unknown): string => {
    const { message, details } = (error ?? {}) as Told;
    if (details?.kind === 'busy') return text('import.busy');
    return typeof message === 'string' && message !== ''
      ? text('refused', { message })
      : text('failed');
  };
};
