import { errors } from '@strapi/utils';

/**
 * A 400 that names the parameter and its rule.
 * @param path with dots; `message` may hold it, and shows it as it stands in an address
 */
export const badQuery = ({ message, path }: { message: string; path: string }): Error => {
  const [first, ...rest] = path.split('.');
  const shown = message.replace(path, `${first}${rest.map((key) => `[${key}]`).join('')}`);
  return new errors.ValidationError(shown, {
    errors: [{ path: path.split('.'), message: shown, name: 'ValidationError' }],
  });
};
