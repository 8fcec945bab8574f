import { columnName, tableName } from './metadata';
import { type Session, table } from './session';

/** How many documents of a type have their original in a locale and translations in others. */
export const countTranslatedOriginals = async ({
  session,
  uid,
  locale,
  attribute,
}: {
  session: Session;
  uid: string;
  locale: string;
  attribute: string;
}): Promise<number> => {
  const [answer]: { count: string | number }[] = await table(
    session,
    tableName(session.strapi, uid),
  )
    .where({ [columnName(session.strapi, uid, attribute)]: locale })
    .whereNot({ locale })
    .countDistinct({ count: 'document_id' });
  return Number(answer?.count ?? 0);
};
