import type { Core, UID } from '@strapi/strapi';
import { judgeWrite } from '../../core/admin-writes/judge-write';
import { type WriteCall, writeDemands } from '../../core/admin-writes/write-demands';
import { writeRefusal } from '../../core/admin-writes/write-refusal';
import { refusal } from '../../core/refusal';
import type { Writer } from './writer';

const versionsOf = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string | undefined,
) => {
  const i18n = strapi.plugin('i18n');
  if (!i18n.service('content-types').isLocalizedContentType(strapi.contentTypes[uid])) {
    return undefined;
  }
  const rows: { locale: string }[] =
    documentId === undefined
      ? []
      : await strapi.db.query(uid).findMany({ select: ['locale'], where: { documentId } });
  return {
    existing: [...new Set(rows.map(({ locale }) => locale))],
    defaultLocale: await i18n.service('locales').getDefaultLocale(),
  };
};

/**
 * Judges a write by the rights of whoever asks for it.
 * @returns the fields that may be written
 * @throws PolicyError (403) that names the locale, the role and the locales it reaches
 */
export const judgeCall = async ({
  strapi,
  writer,
  uid,
  documentId,
  call,
}: {
  strapi: Core.Strapi;
  writer: Writer;
  uid: UID.ContentType;
  documentId: string | undefined;
  call: WriteCall;
}): Promise<string[] | 'all'> => {
  const { permissions, roles, language } = writer;
  const verdict = judgeWrite({
    demands: writeDemands({ call, versions: await versionsOf(strapi, uid, documentId) }),
    permissions,
    uid,
  });
  if (verdict.kind === 'allowed') return verdict.fields;
  throw refusal({
    message: writeRefusal({ verdict, roles, language }),
    path: verdict.kind === 'elsewhere' ? 'locale' : uid,
  });
};
