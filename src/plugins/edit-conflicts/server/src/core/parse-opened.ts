import { errors } from '@strapi/utils';
import { NOTHING_OPENED, OPENED_HEADER } from '../../../shared/contracts';

/**
 * Reads the header in which the panel says what it opened.
 * @returns milliseconds since 1970; null when the version did not exist
 * @throws ValidationError when it is neither an instant nor `none`
 */
export const parseOpened = (value: string): number | null => {
  if (value === NOTHING_OPENED) return null;
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) {
    const message = `${OPENED_HEADER} must be an instant (2026-03-01T10:00:00.000Z) or ${NOTHING_OPENED}.`;
    throw new errors.ValidationError(message, {
      errors: [{ path: [OPENED_HEADER], message, name: 'instant' }],
    });
  }
  return instant;
};
