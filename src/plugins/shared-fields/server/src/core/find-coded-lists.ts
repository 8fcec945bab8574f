import type { Schema, Settings } from './schema';

/** A repeatable component whose items are known by a code. */
export type CodedList = {
  name: string;
  /** A list of texts: every locale has its own. */
  localized: boolean;
  /** The shared list whose codes a text list follows; undefined where it stands alone. */
  follows: string | undefined;
};

const TEXT_SUFFIX = '-text';

/**
 * The repeatable components with a code of a type. A text list follows the shared list whose
 * component has the same name without `-text` (`iris.cost-text` follows `iris.cost`), unless
 * the settings pair it otherwise.
 */
export const findCodedLists = ({
  schema,
  components,
  settings,
}: {
  schema: Schema;
  components: Record<string, Schema>;
  settings: Settings;
}): CodedList[] => {
  const lists = Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const { type, repeatable, component = '' } = attribute;
    if (type !== 'component' || repeatable !== true) return [];
    if (!components[component]?.attributes[settings.code]) return [];
    return [{ name, component, localized: attribute.pluginOptions?.i18n?.localized === true }];
  });
  const given = new Map(
    Object.entries(settings.pairs[schema.uid] ?? {}).map(([shared, text]) => [text, shared]),
  );
  return lists.map(({ name, component, localized }) => ({
    name,
    localized,
    follows: localized
      ? (given.get(name) ??
        lists.find((other) => !other.localized && `${other.component}${TEXT_SUFFIX}` === component)
          ?.name)
      : undefined,
  }));
};
