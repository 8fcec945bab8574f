const GAPS = new Set(['', ':', '..', '-', 'NA', 'N/A', 'n/a', 'NaN', 'null']);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** Eurostat's letters: b break, c confidential, e estimated, p provisional, u low reliability, … */
const FLAGS = /^[bcdefimnprsuz]+$/;

export type ParsedFigure =
  | { kind: 'figure'; value: number | null; flag: string }
  | { kind: 'wrong'; message: string };

const isFlag = (text: string): boolean => text === '' || FLAGS.test(text);

/** A figure with a point, or a gap, in a cell of its own. */
export const parseFigure = (text: string, flag = ''): ParsedFigure => {
  const value = text.trim();
  if (GAPS.has(value)) return { kind: 'figure', value: null, flag };
  if (NUMBER.test(value) && Number.isFinite(Number(value))) {
    return { kind: 'figure', value: Number(value), flag };
  }
  const hint = /^[+-]?\d+,\d+$/.test(value) ? ' (decimals take a point)' : '';
  return { kind: 'wrong', message: `is no number: "${value}"${hint}` };
};

/** A cell of Eurostat's TSV: `74.0`, `74.0 bu`, `:`, `: c`, and `:u`. */
export const parseEurostatCell = (text: string): ParsedFigure => {
  const [, value = '', flag = ''] = /^\s*(:|\S*?)\s*([a-z]*)\s*$/.exec(text) ?? [];
  const parsed = parseFigure(value === '' && flag === '' ? text : value, flag);
  return parsed.kind === 'figure' && !isFlag(flag)
    ? { kind: 'wrong', message: `has the unknown flag "${flag}"` }
    : parsed;
};

/** A flag of SDMX-CSV or JSON-stat: Eurostat's letters, or nothing. */
export const parseEurostatFigure = (value: string, flag: string): ParsedFigure =>
  isFlag(flag)
    ? parseFigure(value, flag)
    : { kind: 'wrong', message: `has the unknown flag "${flag}"` };
