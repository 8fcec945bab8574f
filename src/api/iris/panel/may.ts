import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { english, type SentenceKey, type SentenceValues } from '../../../refusals/sentence';

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

/** @throws PolicyError (403) with this sentence when something is not allowed */
export const forbidIf = (
  refused: boolean,
  sentence: SentenceKey,
  values: SentenceValues = {},
): void => {
  // Strapi strips the sentence of a ForbiddenError on GET and keeps that of a PolicyError.
  if (refused) throw new errors.PolicyError(english(sentence, values), { sentence, values });
};
