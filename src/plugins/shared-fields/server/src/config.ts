import { isPlainObject } from 'lodash';
import type { Settings } from './core/schema';

const defaults: Settings = {
  include: ['api::'],
  exclude: [],
  originalLocale: 'originalLocale',
  code: 'code',
  pairs: {},
};

const isStringList = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const checks: Record<keyof Settings, { holds: (value: unknown) => boolean; rule: string }> = {
  include: { holds: isStringList, rule: 'a list of uids, or of prefixes that end with "::"' },
  exclude: { holds: isStringList, rule: 'a list of uids' },
  originalLocale: { holds: (value) => typeof value === 'string', rule: 'the name of an attribute' },
  code: { holds: (value) => typeof value === 'string', rule: 'the name of an attribute' },
  pairs: {
    holds: (value) => isPlainObject(value) && Object.values(value as object).every(isPlainObject),
    rule: 'an object uid → shared list → text list',
  },
};

export default {
  default: defaults,
  /** @throws Error naming the setting and what it must be */
  validator: (config: Record<string, unknown>) => {
    for (const [name, { holds, rule }] of Object.entries(checks)) {
      if (!holds(config[name]))
        throw new Error(`shared-fields: the setting ${name} must be ${rule}`);
    }
  },
};
