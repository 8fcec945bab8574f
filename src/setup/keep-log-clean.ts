import type { Core } from '@strapi/strapi';
import { cleanLog } from './clean-log';

type Line = Record<string | symbol, unknown>;
type Format = { transform: (info: Line, options?: unknown) => Line | boolean; options?: unknown };

/** Where winston keeps the line that it writes. */
const WRITTEN = Symbol.for('message');

/**
 * Keeps keys and personal data out of the log, whoever logs: Strapi's lines of requests carry their
 * query strings, and errors of the database the values of the statement.
 */
export const keepLogClean = (strapi: Core.Strapi): void => {
  // Strapi types its logger as far as it is called.
  const logger = strapi.log as unknown as { format: Format };
  const { format } = logger;
  logger.format = {
    ...format,
    transform: (info, options) => {
      const done = format.transform(info, options);
      if (typeof done !== 'object') return done;
      const line = done[WRITTEN];
      return typeof line === 'string'
        ? { ...done, [WRITTEN]: cleanLog({ level: info.level, line }) }
        : done;
    },
  };
};
