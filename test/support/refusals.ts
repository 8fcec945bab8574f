/** The broken rules of a refused action by their path, or nothing when there was no refusal. */
export const refusals = async (action: Promise<unknown>): Promise<Record<string, string>> => {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return {};
  const { name, details } = error as {
    name: string;
    details?: { errors: { path: string[]; name: string }[] };
  };
  if (name !== 'ValidationError' || !details) throw error;
  return Object.fromEntries(details.errors.map((one) => [one.path.join('.'), one.name]));
};
