import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

type Checker = {
  cannot: Record<'read' | 'create' | 'update', (entity?: unknown) => boolean>;
};

/** What an administrator may do with entries of a type, by the content manager's permissions. */
export const checkerOf = ({
  strapi,
  userAbility,
  model,
}: {
  strapi: Core.Strapi;
  userAbility: unknown;
  model: string;
}): Checker =>
  strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model }) as unknown as Checker;

/** @throws ForbiddenError with this sentence when something is not allowed */
export const forbidIf = (refused: boolean, sentence: string): void => {
  if (refused) throw new errors.ForbiddenError(sentence);
};
