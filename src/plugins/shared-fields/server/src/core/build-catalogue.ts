import { classifyAttribute } from './classify-attribute';
import { type CodedList, findCodedLists } from './find-coded-lists';
import { findFamilies } from './find-families';
import type { Schema, Settings } from './schema';

export type SharedAttribute = {
  name: string;
  kind: 'scalar' | 'media' | 'component' | 'relation';
};

export type LinkAttribute = { name: string; target: string; many: boolean };

/** A type with locales. */
export type TranslatedType = {
  kind: 'translated';
  uid: string;
  hasDrafts: boolean;
  texts: string[];
  /** Shared attributes and relations to types without locales, but not the original locale. */
  shared: SharedAttribute[];
  links: LinkAttribute[];
  codedLists: CodedList[];
  /** Types that links tie together share a name; undefined for a type that none ties. */
  family: string | undefined;
};

/** A type without locales: only its links to translated types and its codes concern us. */
export type PlainType = {
  kind: 'plain';
  uid: string;
  links: LinkAttribute[];
  codedLists: CodedList[];
  family: string | undefined;
};

export type Catalogue = {
  translated: Map<string, TranslatedType>;
  plain: Map<string, PlainType>;
};

const KINDS: Record<string, SharedAttribute['kind']> = {
  media: 'media',
  component: 'component',
  relation: 'relation',
};

const isIncluded = (uid: string, { include, exclude }: Settings) =>
  include.some((entry) => (entry.endsWith('::') ? uid.startsWith(entry) : uid === entry)) &&
  !exclude.includes(uid);

const isLocalizedSchema = (schema: Schema | undefined) =>
  schema?.pluginOptions?.i18n?.localized === true;

const isMany = (relation = '') => relation.endsWith('Many');

/**
 * Reads from the schemas what the plugin has to do for each content type.
 * @throws Error naming the type and the attribute where a translated type cannot be looked after
 */
export const buildCatalogue = ({
  contentTypes,
  components,
  settings,
}: {
  contentTypes: Record<string, Schema>;
  components: Record<string, Schema>;
  settings: Settings;
}): Catalogue => {
  const isLocalized = (uid: string) => isLocalizedSchema(contentTypes[uid]);
  const isManaged = (uid: string) => isLocalized(uid) && isIncluded(uid, settings);
  const included = Object.values(contentTypes).filter(({ uid }) => isIncluded(uid, settings));

  const translated = included.filter(isLocalizedSchema).map((schema): TranslatedType => {
    const { uid, attributes } = schema;
    if (!attributes[settings.originalLocale]) {
      throw new Error(
        `shared-fields: ${uid} has locales but no attribute "${settings.originalLocale}". Add it, or exclude the type.`,
      );
    }
    const roles = Object.entries(attributes)
      .filter(([name]) => name !== settings.originalLocale)
      .map(([name, attribute]) => ({
        name,
        attribute,
        role: classifyAttribute({ name, attribute, isLinkTarget: isManaged, isLocalized }),
      }));
    const shared = roles.filter(({ role }) => role === 'shared' || role === 'reference');
    const zone = shared.find(({ attribute }) => attribute.type === 'dynamiczone');
    if (zone) {
      throw new Error(
        `shared-fields: ${uid}.${zone.name} is a dynamic zone, which cannot be shared. Localize it, or exclude the type.`,
      );
    }
    return {
      kind: 'translated',
      uid,
      hasDrafts: schema.options?.draftAndPublish === true,
      texts: roles.filter(({ role }) => role === 'text').map(({ name }) => name),
      shared: shared.map(({ name, attribute }) => ({
        name,
        kind: KINDS[attribute.type] ?? 'scalar',
      })),
      links: roles
        .filter(({ role }) => role === 'link')
        .map(({ name, attribute }) => ({
          name,
          target: attribute.target ?? '',
          many: isMany(attribute.relation),
        })),
      codedLists: findCodedLists({ schema, components, settings }),
      family: undefined,
    };
  });

  const plain = included
    .filter((schema) => !isLocalizedSchema(schema))
    .map(
      (schema): PlainType => ({
        kind: 'plain',
        uid: schema.uid,
        links: Object.entries(schema.attributes)
          .filter(
            ([, { type, target, mappedBy }]) =>
              type === 'relation' && !mappedBy && target !== undefined && isManaged(target),
          )
          .map(([name, { target = '', relation }]) => ({ name, target, many: isMany(relation) })),
        codedLists: findCodedLists({ schema, components, settings }),
        family: undefined,
      }),
    );

  const families = findFamilies([...translated, ...plain]);
  const index = <T extends { uid: string }>(types: T[]) =>
    new Map(types.map((type) => [type.uid, { ...type, family: families.get(type.uid) }]));
  return { translated: index(translated), plain: index(plain) };
};
