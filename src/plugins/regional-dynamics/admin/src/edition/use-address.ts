import { useSearchParams } from 'react-router-dom';

/** What of a page stands in its address, so that it can be sent and gone back to. */
export const useAddress = () => {
  const [params, setParams] = useSearchParams();
  return {
    value: (name: string): string | undefined => params.get(name) ?? undefined,
    /** Null takes a value out. */
    change: (values: Record<string, string | number | null | undefined>): void =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === undefined) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
  };
};
