const EMAIL = /[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi;
/** As Knex writes it before the database's own words, with the values in it. */
const STATEMENT = /\b(select|insert into|update|delete from|with)\s[^\n]{0,40}?[`"][\s\S]* - /i;
const QUERY = /\?\S*/g;
/** Longer than any documentId: the secret part of a link. */
const SECRET = /[\w-]{32,}/g;

/**
 * A line of the log without what people wrote: the values of a statement that failed, e-mail
 * addresses and, of a request's line, query string and secrets in the address.
 */
export const cleanLog = ({ level, line }: { level: unknown; line: string }): string => {
  const clean = line.replace(STATEMENT, '$1 … - ').replace(EMAIL, '<e-mail>');
  return String(level).includes('http') ? clean.replace(QUERY, '?…').replace(SECRET, '…') : clean;
};
