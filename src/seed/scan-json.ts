export type JsonPath = readonly (string | number)[];

export type ScannedJson =
  | { outcome: 'scanned'; value: unknown; lineOf: (path: JsonPath) => number }
  | { outcome: 'malformed'; line: number; message: string };

class JsonSyntaxError extends Error {
  constructor(
    readonly position: number,
    message: string,
  ) {
    super(message);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

const keyOf = (path: JsonPath): string => JSON.stringify(path);

/**
 * Reads JSON and remembers the line (from 1) on which each value begins: `JSON.parse` tells neither
 * that nor, in Node 20, where it stopped. A key given twice is refused: `JSON.parse` would drop the first.
 * `lineOf` answers the nearest ancestor's line for a path that is not there.
 */
export const scanJson = (text: string): ScannedJson => {
  let position = 0;
  const starts = new Map<string, number>();

  const lineAt = (offset: number): number => {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
      line += 1;
    }
    return line;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  };
  const found = (): string =>
    position >= text.length ? 'the end of the file' : `"${text[position]}"`;
  const expect = (character: string): void => {
    match(SPACE);
    if (text[position] !== character) {
      throw new JsonSyntaxError(position, `expected "${character}", found ${found()}`);
    }
    position += 1;
  };
  const readString = (): string => {
    const token = match(STRING);
    if (token === undefined) {
      throw new JsonSyntaxError(position, `expected a string in double quotes, found ${found()}`);
    }
    return JSON.parse(token) as string;
  };
  const more = (end: string, first: boolean): boolean => {
    match(SPACE);
    if (text[position] === end) {
      position += 1;
      return false;
    }
    if (!first) {
      expect(',');
      match(SPACE);
    }
    return true;
  };
  const readValue = (path: JsonPath): unknown => {
    match(SPACE);
    if (!starts.has(keyOf(path))) starts.set(keyOf(path), position);
    const character = text[position];
    if (character === '{') {
      position += 1;
      const object: Record<string, unknown> = {};
      for (let first = true; more('}', first); first = false) {
        const at = position;
        const key = readString();
        if (Object.hasOwn(object, key)) {
          throw new JsonSyntaxError(at, `the key "${key}" stands here a second time`);
        }
        starts.set(keyOf([...path, key]), at);
        expect(':');
        const value = readValue([...path, key]);
        Object.defineProperty(object, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return object;
    }
    if (character === '[') {
      position += 1;
      const list: unknown[] = [];
      for (let first = true; more(']', first); first = false) {
        list.push(readValue([...path, list.length]));
      }
      return list;
    }
    if (character === '"') return readString();
    const scalar = match(LITERAL) ?? match(NUMBER);
    if (scalar === undefined) {
      throw new JsonSyntaxError(position, `expected a value, found ${found()}`);
    }
    return JSON.parse(scalar) as unknown;
  };

  try {
    const value = readValue([]);
    match(SPACE);
    if (position < text.length) {
      throw new JsonSyntaxError(position, `expected the end of the file, found ${found()}`);
    }
    return {
      outcome: 'scanned',
      value,
      lineOf: (path) => {
        for (let length = path.length; length >= 0; length -= 1) {
          const start = starts.get(keyOf(path.slice(0, length)));
          if (start !== undefined) return lineAt(start);
        }
        return 1;
      },
    };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { outcome: 'malformed', line: lineAt(error.position), message: error.message };
  }
};
