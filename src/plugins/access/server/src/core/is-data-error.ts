/**
 * Whether a database refused an operand: class 22 of SQL's error codes, "data exception", and
 * SQLite's refusal to bind a value.
 */
export const isDataError = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)) return true;
  return error instanceof TypeError && error.message.includes('can only bind');
};
