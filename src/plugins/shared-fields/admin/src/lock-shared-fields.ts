type Attribute = {
  type: string;
  component?: string;
  pluginOptions?: object;
};
type Field = { attribute: Attribute; disabled?: boolean };

export type EditLayout<F extends Field> = {
  layout: F[][][];
  components: Record<string, { layout: F[][] }>;
};

const isLocalized = ({ type, pluginOptions }: Attribute): boolean => {
  // Relations are per locale in Strapi, and derived from the original here.
  if (type === 'relation') return false;
  const i18n = pluginOptions && 'i18n' in pluginOptions ? pluginOptions.i18n : undefined;
  return (
    typeof i18n === 'object' && i18n !== null && 'localized' in i18n && i18n.localized === true
  );
};

const lock = <F extends Field>(field: F): F => ({ ...field, disabled: true });

/**
 * Makes the fields that all locales share read-only in a translation's form: the server drops what
 * is sent for them. Components that only shared lists use are locked down to their fields.
 * @param locale the locale that the form shows
 * @param original the locale in which the entry started; undefined where it is not known or none
 */
export const lockSharedFields = <F extends Field, L extends EditLayout<F>>({
  layout,
  locale,
  original,
}: {
  layout: L;
  locale: string | undefined;
  original: string | undefined;
}): L => {
  if (original === undefined || locale === undefined || original === locale) return layout;
  const fields = layout.layout.flat(2);
  const componentsOf = (localized: boolean) =>
    fields
      .filter(({ attribute }) => isLocalized(attribute) === localized)
      .flatMap(({ attribute }) => attribute.component ?? []);
  const translated = new Set(componentsOf(true));
  const shared = new Set(componentsOf(false).filter((uid) => !translated.has(uid)));
  return {
    ...layout,
    layout: layout.layout.map((panel) =>
      panel.map((row) => row.map((field) => (isLocalized(field.attribute) ? field : lock(field)))),
    ),
    components: Object.fromEntries(
      Object.entries(layout.components).map(([uid, component]) => [
        uid,
        shared.has(uid)
          ? { ...component, layout: component.layout.map((row) => row.map(lock)) }
          : component,
      ]),
    ),
  };
};
