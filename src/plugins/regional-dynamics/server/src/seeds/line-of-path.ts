/**
 * The line (from 1) on which the value at a path of a JSON text begins; the deepest part of the
 * path that is there counts, so that a missing key points at its object.
 * @param text valid JSON
 */
export const lineOfPath = (text: string, path: readonly PropertyKey[]): number => {
  let at = 0;
  let found = 0;
  let depth = 0;
  const skip = () => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const string = (): string => {
    const start = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(start, at));
  };
  const value = (here: readonly PropertyKey[]): void => {
    skip();
    const onPath = here.every((key, index) => String(key) === String(path[index]));
    if (onPath && here.length >= depth) [found, depth] = [at, here.length];
    const open = text[at];
    if (open === '"') string();
    else if (open === '{' || open === '[') {
      at++;
      let index = 0;
      for (skip(); text[at] !== '}' && text[at] !== ']'; skip()) {
        let key: PropertyKey = index++;
        if (open === '{') {
          key = string();
          skip();
          at++;
        }
        value([...here, key]);
        skip();
        if (text[at] === ',') at++;
      }
      at++;
    } else while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
  };
  value([]);
  return text.slice(0, found).split('\n').length;
};
