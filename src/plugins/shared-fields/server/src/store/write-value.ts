import type { Attribute, Schema } from '../core/schema';
import { COMPONENT_TYPE, FIELD, joinTable, mediaTable, ORDER, tableName } from './metadata';
import { insertRows, type Session, table } from './session';

type Owner = { id: number; value: unknown };

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const schemaOf = ({ strapi }: Session, uid: string) =>
  strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as unknown as Schema;

const attributesOf = (session: Session, uid: string, type: string): [string, Attribute][] =>
  Object.entries(schemaOf(session, uid).attributes).filter(
    ([, attribute]) => attribute.type === type,
  );

const writeRelation = async (session: Session, uid: string, name: string, owners: Owner[]) => {
  const join = joinTable(session.strapi, uid, name);
  await table(session, join.name)
    .whereIn(
      join.source,
      owners.map(({ id }) => id),
    )
    .delete();
  await insertRows(
    session,
    join.name,
    owners.flatMap(({ id, value }) =>
      listOf(value).map((target, index) => ({
        [join.source]: id,
        [join.target]: target,
        ...(join.order ? { [join.order]: index + 1 } : {}),
      })),
    ),
  );
};

const writeMedia = async (session: Session, uid: string, name: string, owners: Owner[]) => {
  const media = mediaTable(session.strapi);
  await table(session, media.name)
    .whereIn(
      media.owner,
      owners.map(({ id }) => id),
    )
    .where({ [media.ownerType]: uid, [FIELD]: name })
    .delete();
  await insertRows(
    session,
    media.name,
    owners.flatMap(({ id, value }) =>
      listOf(value).map((file, index) => ({
        [media.owner]: id,
        [media.file]: file,
        [media.ownerType]: uid,
        [FIELD]: name,
        [ORDER]: index + 1,
      })),
    ),
  );
};

const removeComponents = async (
  session: Session,
  uid: string,
  name: string,
  component: string,
  owners: number[],
): Promise<void> => {
  const join = joinTable(session.strapi, uid, name);
  const own = () =>
    table(session, join.name)
      .whereIn(join.source, owners)
      .where({ [FIELD]: name, [COMPONENT_TYPE]: component });
  const ids: number[] = await own().pluck(join.target);
  if (ids.length === 0) return;
  for (const [nested, attribute] of attributesOf(session, component, 'component')) {
    await removeComponents(session, component, nested, attribute.component ?? '', ids);
  }
  if (attributesOf(session, component, 'media').length > 0) {
    const media = mediaTable(session.strapi);
    await table(session, media.name)
      .whereIn(media.owner, ids)
      .where({ [media.ownerType]: component })
      .delete();
  }
  await own().delete();
  // Join rows of their relations go with them, by foreign key.
  await table(session, tableName(session.strapi, component)).whereIn('id', ids).delete();
};

const writeComponents = async (
  session: Session,
  uid: string,
  name: string,
  component: string,
  owners: Owner[],
): Promise<void> => {
  await removeComponents(
    session,
    uid,
    name,
    component,
    owners.map(({ id }) => id),
  );
  const items = owners.flatMap(({ id, value }) =>
    listOf(value).map((item, index) => ({
      owner: id,
      order: index + 1,
      values: item as Record<string, unknown>,
    })),
  );
  if (items.length === 0) return;
  const attributes = Object.entries(schemaOf(session, component).attributes);
  const isOwnColumn = ({ type }: Attribute) =>
    type !== 'relation' && type !== 'media' && type !== 'component';
  const columns = attributes.filter(([, attribute]) => isOwnColumn(attribute)).map(([key]) => key);
  const created = await session.strapi.db.query(component).createMany({
    data: items.map(({ values }) =>
      Object.fromEntries(columns.map((key) => [key, values[key] ?? null])),
    ),
  });
  // Ids count up in the order of the rows inserted.
  const ids = created.ids.map(Number).sort((left, right) => left - right);
  const join = joinTable(session.strapi, uid, name);
  await insertRows(
    session,
    join.name,
    items.map(({ owner, order }, index) => ({
      [join.source]: owner,
      [join.target]: ids[index],
      [COMPONENT_TYPE]: component,
      [FIELD]: name,
      [ORDER]: order,
    })),
  );
  for (const [key, attribute] of attributes) {
    if (isOwnColumn(attribute)) continue;
    await writeValue({
      session,
      uid: component,
      name: key,
      attribute,
      owners: items.map(({ values }, index) => ({ id: ids[index] ?? 0, value: values[key] })),
    });
  }
};

/**
 * Writes the value of an attribute that has a table of its own (relation, media, component) to
 * many rows at once: the number of statements depends on neither rows nor items.
 * @param owners rows with the value each shall have, as `toPlainValue` writes it
 */
export const writeValue = async ({
  session,
  uid,
  name,
  attribute,
  owners,
}: {
  session: Session;
  uid: string;
  name: string;
  attribute: Attribute;
  owners: Owner[];
}): Promise<void> => {
  if (owners.length === 0) return;
  if (attribute.type === 'relation') await writeRelation(session, uid, name, owners);
  else if (attribute.type === 'media') await writeMedia(session, uid, name, owners);
  else await writeComponents(session, uid, name, attribute.component ?? '', owners);
};
