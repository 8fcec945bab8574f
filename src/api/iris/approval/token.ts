import { createHash, randomBytes } from 'node:crypto';

/** Enough that nobody guesses one: 256 bits. */
const TOKEN_BYTES = 32;
/** What a token looks like: 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new token, to be shown once and never stored. */
export const makeToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is stored of a token: its SHA-256; undefined for a text that cannot be one. */
export const hashToken = (token: string): string | undefined =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;
