import type { z } from 'zod';
import { lineOfPath } from './line-of-path';

export type FileError = { line?: number; message: string };
export type Read<T> = { kind: 'read'; value: T } | { kind: 'refused'; errors: FileError[] };

/** Node says where JSON is broken as a position, or as line and column. */
const syntaxError = (text: string, error: unknown): FileError => {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined
    ? { message }
    : { line: text.slice(0, Number(position)).split('\n').length, message };
};

/** Reads a JSON text by a schema; every refusal names its line and its path. */
export const readJson = <T>(text: string, schema: z.ZodType<T>): Read<T> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: 'refused', errors: [syntaxError(text, error)] };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  return {
    kind: 'refused',
    errors: parsed.error.issues.map(({ path, message }) => ({
      line: lineOfPath(text, path),
      message: `${path.map(String).join('.') || 'file'}: ${message}`,
    })),
  };
};
