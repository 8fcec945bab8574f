import { invalid, type Read, valid } from './problem';

/** What values of an attribute are. Documents hold dates as Unix seconds. */
export type AttributeKind = 'text' | 'number' | 'boolean' | 'date';

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

type Scalar = string | number | boolean;

const RULES: Record<AttributeKind, { read: (value: string) => Scalar | undefined; rule: string }> =
  {
    text: { read: (value) => value, rule: 'must be a text' },
    number: {
      read: (value) => (/^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined),
      rule: 'must be a number',
    },
    boolean: {
      read: (value) =>
        /^(true|t|1)$/i.test(value) ? true : /^(false|f|0)$/i.test(value) ? false : undefined,
      rule: 'must be true or false',
    },
    date: {
      read: (value) => {
        const milliseconds = DATE.test(value) ? Date.parse(value) : Number.NaN;
        return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
      },
      rule: 'must be a date such as 2006, 2006-10-31 or 2006-10-31T12:00:00Z',
    },
  };

/** One value of the query string as documents hold it: a date becomes Unix seconds. */
export const scalar = (value: unknown, kind: AttributeKind, path: string[]): Read<Scalar> => {
  const { read, rule } = RULES[kind];
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  const found = isPlain ? read(String(value)) : undefined;
  return found === undefined ? invalid(path, rule) : valid(found);
};
