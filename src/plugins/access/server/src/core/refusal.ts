import { errors } from '@strapi/utils';

/**
 * A 403 with its sentence. Strapi strips the sentence of a ForbiddenError thrown behind any of its
 * routes (its static files are one, before every GET) and keeps that of a PolicyError.
 * @param path the parameter or type that was refused
 */
export const refusal = ({ message, path }: { message: string; path: string }): Error =>
  new errors.PolicyError(message, {
    errors: [{ path: [path], message, name: 'ForbiddenError' }],
  });
