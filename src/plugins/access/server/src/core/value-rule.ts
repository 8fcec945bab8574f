import type { Attribute } from './model';

type Rule = { fits: (value: string) => boolean; rule: string };

const isWhole = (value: string, most: bigint): boolean =>
  /^[+-]?\d{1,20}$/.test(value) && BigInt(value) <= most && BigInt(value) >= -most;

const isNumber = (value: string): boolean => /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(value);

/** `Date` takes the 31st of April for the 1st of May. */
const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})([T ]\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/;
const MONTH = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
const MILLISECONDS = /^\d{10,14}$/;

const isMoment = (value: string): boolean => {
  if (MONTH.test(value) || MILLISECONDS.test(value)) return true;
  const day = MOMENT.exec(value)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(value));
};

const RULES: Record<string, Rule> = {
  increments: { fits: (value) => isWhole(value, 2_147_483_647n), rule: 'an id' },
  integer: {
    fits: (value) => isWhole(value, 2_147_483_647n),
    rule: 'a whole number between -2147483647 and 2147483647',
  },
  biginteger: {
    fits: (value) => isWhole(value, 9_223_372_036_854_775_807n),
    rule: 'a whole number',
  },
  float: { fits: isNumber, rule: 'a number' },
  decimal: { fits: isNumber, rule: 'a number' },
  boolean: { fits: (value) => /^(true|false|t|f|1|0)$/.test(value), rule: 'true or false' },
  date: {
    fits: (value) => /^\d{4}-\d{2}-\d{2}/.test(value) && isDay(value.slice(0, 10)),
    rule: 'a date such as 2006-10-31',
  },
  datetime: { fits: isMoment, rule: 'a moment such as 2006-10-31T12:00:00Z' },
  time: {
    fits: (value) => /^(2[0-3]|[01]\d):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(value),
    rule: 'a time such as 17:00:00',
  },
};

/**
 * What a value must be to be compared with an attribute; undefined where any text will do. A database
 * answers a number that is compared with a text with nothing, or with an error.
 */
export const valueRule = ({ type, enum: options }: Attribute): Rule | undefined =>
  type === 'enumeration' && options
    ? { fits: (value) => options.includes(value), rule: `one of ${options.join(', ')}` }
    : RULES[type];
