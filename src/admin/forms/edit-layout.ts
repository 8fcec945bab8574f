/** A field as the content manager hands it to the hook, as far as it matters here. */
export type LayoutField = {
  name: string;
  type: string;
  attribute: { type: string; component?: string };
};

export type EditLayout<F extends LayoutField> = {
  /** Panels of lines of fields. */
  layout: F[][][];
  components: Record<string, { layout: F[][] }>;
  options?: object;
};

export type Section = { name: string; fields: string[] };
type FormOptions = { uid: string; sections: Section[] };

/** What the server tells of the form of this type, with its options; undefined for types not ours. */
export const formOf = (layout: { options?: object }): FormOptions | undefined => {
  const { options } = layout;
  return options && 'forms' in options ? (options.forms as FormOptions) : undefined;
};

/**
 * A field by whose name the content manager judges whether a section's heading may be read: rights
 * are given on plain fields and on those inside components, never on a component itself.
 */
const rightsName = <F extends LayoutField>(field: F, components: EditLayout<F>['components']) => {
  const { component } = field.attribute;
  const [inner] = component === undefined ? [] : (components[component]?.layout.flat() ?? []);
  return inner ? `${field.name}.${inner.name}` : field.name;
};

/**
 * Lines with a note after each component: the content manager's input of a component shows no help.
 */
const withNotes = <F extends LayoutField>({
  rows,
  components,
  note,
}: {
  rows: F[][];
  components: EditLayout<F>['components'];
  note: (field: { attribute: string; rightsName: string }) => F;
}): F[][] =>
  rows.flatMap((row) => {
    const [first] = row;
    if (first?.type !== 'component') return [row];
    const name = rightsName(first, components);
    return [row, [note({ attribute: first.name, rightsName: name })]];
  });

const splitIntoSections = <F extends LayoutField>({
  layout,
  sections,
  heading,
}: {
  layout: EditLayout<F>;
  sections: readonly Section[];
  heading: (section: { name: string; rightsName: string }) => F;
}): F[][][] => {
  const sectionOf = new Map(
    sections.flatMap(({ name, fields }) => fields.map((key) => [key, name])),
  );
  let current: string | undefined;
  const panels: F[][][] = [];
  for (const row of layout.layout.flat()) {
    const [first] = row;
    if (!first) continue;
    const name = sectionOf.get(first.name) ?? current;
    if (name !== undefined && name !== current) {
      panels.push([[heading({ name, rightsName: rightsName(first, layout.components) })]]);
    }
    current = name;
    const panel = panels.at(-1);
    if (panel) panel.push(row);
    else panels.push([row]);
  }
  return panels;
};

/**
 * The form as editors see it: a panel with a heading for each section, and a help beside every
 * field, those inside components too. Lines keep the order that the content manager is set to.
 * @param help what to add to a field; nothing for a field without a help
 * @param heading stands above a section
 * @param note stands below a component
 */
export const describeForm = <F extends LayoutField, L extends EditLayout<F>>({
  layout,
  help,
  heading,
  note,
}: {
  layout: L;
  help: (field: { uid: string; attribute: string }) => Partial<F>;
  heading: (section: { name: string; rightsName: string }) => F;
  note: (field: { uid: string; attribute: string; rightsName: string }) => F;
}): L => {
  const form = formOf(layout);
  if (!form) return layout;
  const withHelp = (uid: string) => (row: F[]) =>
    row.map((field) => ({ ...field, ...help({ uid, attribute: field.name }) }));
  const helped: L = {
    ...layout,
    layout: layout.layout.map((panel) =>
      withNotes({
        rows: panel.map(withHelp(form.uid)),
        components: layout.components,
        note: (field) => note({ uid: form.uid, ...field }),
      }),
    ),
    components: Object.fromEntries(
      Object.entries(layout.components).map(([uid, component]) => [
        uid,
        { ...component, layout: component.layout.map(withHelp(uid)) },
      ]),
    ),
  };
  return form.sections.length === 0
    ? helped
    : {
        ...helped,
        layout: splitIntoSections({ layout: helped, sections: form.sections, heading }),
      };
};
