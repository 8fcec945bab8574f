import type { Core } from '@strapi/strapi';

type Attribute = {
  type: string;
  enum?: string[];
  component?: string;
  repeatable?: boolean;
  multiple?: boolean;
  relation?: string;
  target?: string;
  customField?: string;
  private?: boolean;
};
type Attributes = Record<string, Attribute>;
type Data = Record<string, unknown>;

/** Entries by type, each filled in every attribute. */
export type Filled = Record<string, { id: number; documentId: string; slug: string }>;

const OF_STRAPI =
  /^(createdAt|updatedAt|publishedAt|firstPublishedAt|locale|localizations|(cre|upd)atedBy)$/;

/** Texts that something computes with when the entry is read. */
const TEXTS: Data = { timezone: 'Europe/Brussels', access: 'public', startDate: '2006' };

const plainValue = (name: string, { type, enum: options, customField }: Attribute): unknown => {
  if (name in TEXTS) return TEXTS[name];
  if (customField || type === 'json') return ['region'];
  if (type === 'enumeration') return options?.[0];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'biginteger') return 3;
  if (type === 'float' || type === 'decimal') return 12.25;
  if (type === 'date') return '2006-10-31';
  if (type === 'datetime') return '2006-10-31T12:00:00.000Z';
  if (type === 'email') return 'a@example.org';
  return `${name} text`;
};

const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  Object.entries(
    (strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as { attributes: Attributes })
      .attributes,
  ).filter(([name]) => !OF_STRAPI.test(name));

const isPlain = ({ type }: Attribute) =>
  !['relation', 'component', 'media', 'dynamiczone'].includes(type);

/**
 * Writes one published entry of each type past all rules, with a value in every attribute, its
 * components and links included: what REST can answer at all.
 */
export const fillContent = async ({
  strapi,
  uids,
}: {
  strapi: Core.Strapi;
  uids: readonly string[];
}): Promise<Filled> => {
  const filled: Filled = {};
  const file: { id: number } = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'a.png',
      hash: 'a',
      ext: '.png',
      mime: 'image/png',
      size: 1.5,
      width: 1,
      height: 1,
      url: '/uploads/a.png',
      provider: 'local',
    },
  });

  const links = async (attributes: [string, Attribute][]): Promise<Data> => {
    const data: Data = {};
    for (const [name, attribute] of attributes) {
      if (attribute.type === 'media') data[name] = attribute.multiple ? [file.id] : file.id;
      const target = attribute.target ? filled[attribute.target] : undefined;
      if (attribute.type === 'relation' && target && attribute.private !== true) {
        data[name] = attribute.relation?.endsWith('Many') ? [target.id] : target.id;
      }
      if (attribute.type === 'component' && attribute.component) {
        const item = {
          id: await createComponent(attribute.component),
          __pivot: { field: name, component_type: attribute.component },
        };
        data[name] = attribute.repeatable ? [item] : item;
      }
    }
    return data;
  };

  const plain = (attributes: [string, Attribute][]): Data =>
    Object.fromEntries(
      attributes
        .filter(([, attribute]) => isPlain(attribute))
        .map(([name, attribute]) => [name, plainValue(name, attribute)]),
    );

  const createComponent = async (uid: string): Promise<number> => {
    const attributes = attributesOf(strapi, uid);
    const data = { ...plain(attributes), ...(await links(attributes)) };
    const { id }: { id: number } = await strapi.db.query(uid).create({ data });
    return id;
  };

  for (const [index, uid] of uids.entries()) {
    const slug = `entry-${index}`;
    const isLocalized = strapi.plugin('i18n').service('content-types');
    const localized = isLocalized.isLocalizedContentType(strapi.contentTypes[uid as never]);
    filled[uid] = await strapi.db.query(uid).create({
      data: {
        ...plain(attributesOf(strapi, uid)),
        slug,
        documentId: `document${index}`,
        publishedAt: new Date(),
        ...(localized ? { locale: 'fr', originalLocale: 'fr' } : {}),
      },
    });
  }
  for (const uid of uids) {
    const data = await links(attributesOf(strapi, uid));
    await strapi.db.query(uid).update({ where: { id: filled[uid]?.id }, data });
  }
  return filled;
};
