import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { EDITION, INDEX } from './constants';

const FROZEN = { frozenAt: { $notNull: true } };

/**
 * A published edition never changes: whatever way a write comes, it is refused as long as it
 * touches one. An index with published editions stays as well, only its recipe may move on.
 */
export const freezeEditions = (strapi: Core.Strapi): void => {
  const refuse = async ({ params }: { params: { where?: unknown } }) => {
    const frozen: { reference: string } | null = await strapi.db.query(EDITION).findOne({
      where: { $and: [params.where ?? {}, FROZEN] },
      select: ['reference'],
    });
    if (!frozen) return;
    const message = `Edition ${frozen.reference} is published: it is frozen; compute a new one`;
    throw new errors.ValidationError(message, {
      errors: [{ path: ['frozenAt'], message, name: 'ValidationError' }],
    });
  };
  const refuseIndex = async ({ params }: { params: { where?: unknown } }) => {
    const indices: { code: string }[] = await strapi.db
      .query(INDEX)
      .findMany({ where: params.where ?? {}, select: ['code'] });
    const edition: { reference: string } | null = await strapi.db.query(EDITION).findOne({
      where: { $and: [{ indexCode: { $in: indices.map(({ code }) => code) } }, FROZEN] },
      select: ['reference'],
    });
    if (!edition) return;
    const message = `The index has the published edition ${edition.reference}: it stays`;
    throw new errors.ValidationError(message, {
      errors: [{ path: ['code'], message, name: 'ValidationError' }],
    });
  };
  strapi.db.lifecycles.subscribe({
    models: [EDITION],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
  strapi.db.lifecycles.subscribe({
    models: [INDEX],
    beforeDelete: refuseIndex,
    beforeDeleteMany: refuseIndex,
  });
};
