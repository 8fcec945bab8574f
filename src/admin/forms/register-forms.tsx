import { InputRenderer, type StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType, ReactNode } from 'react';
import { cells } from './cells';
import { COMPONENT_NOTE, ComponentNote } from './component-note';
import { describeColumns, describeFilters } from './describe-list';
import { describeForm, type EditLayout, type LayoutField } from './edit-layout';
import { HelpText } from './help-text';
import { LimitedInput } from './limited-input';
import { SECTION_HEADING, SectionHeading } from './section-heading';

type FormField = LayoutField & {
  hint?: ReactNode;
  help?: ReactNode;
  section?: string;
  of?: { uid: string; attribute: string };
  size?: number;
  visible?: boolean;
};

const helpFor = (field: { uid: string; attribute: string }) => {
  const help = <HelpText {...field} />;
  return { hint: help, help };
};

const headingFor = ({ name, rightsName }: { name: string; rightsName: string }): FormField => ({
  name: rightsName,
  section: name,
  type: SECTION_HEADING,
  attribute: { type: SECTION_HEADING },
  size: 12,
  visible: true,
});

const noteFor = ({
  rightsName,
  ...of
}: {
  uid: string;
  attribute: string;
  rightsName: string;
}): FormField => ({
  name: rightsName,
  of,
  type: COMPONENT_NOTE,
  attribute: { type: COMPONENT_NOTE },
  size: 12,
  visible: true,
});

/** Strapi types the components of inputs as if they had no props. */
const input = (Component: unknown) => Component as ComponentType;

/** Inputs that count characters, and headings of sections. Call it in `register()`. */
export const addFormFields = (app: Pick<StrapiApp, 'addFields'>): void => {
  app.addFields([
    { type: 'string', Component: input(LimitedInput) },
    { type: 'text', Component: input(LimitedInput) },
    { type: SECTION_HEADING, Component: input(SectionHeading) },
    { type: COMPONENT_NOTE, Component: input(ComponentNote) },
  ]);
};

/** Help sentences and sections in the content manager's forms. Call it in `bootstrap()`. */
export const describeForms = (app: Pick<StrapiApp, 'registerHook'>): void => {
  app.registerHook(
    'Admin/CM/pages/EditView/mutate-edit-view-layout',
    (value: { layout: EditLayout<FormField> }) => ({
      ...value,
      layout: describeForm({
        layout: value.layout,
        help: helpFor,
        heading: headingFor,
        note: noteFor,
      }),
    }),
  );
};

type ListLayout = { options?: object };

/** Choices by their label, dates in short, and filters in the panel's language. Call it in `bootstrap()`. */
export const describeLists = (app: Pick<StrapiApp, 'registerHook'>): void => {
  app.registerHook(
    'Admin/CM/pages/ListView/inject-column-in-table',
    (value: { displayedHeaders: Parameters<typeof describeColumns>[0]['columns'] }) => ({
      ...value,
      displayedHeaders: describeColumns({ columns: value.displayedHeaders, cells }),
    }),
  );
  app.registerHook(
    'Admin/CM/pages/ListView/inject-in-filters',
    (value: {
      displayedFilters: Parameters<typeof describeFilters>[0]['filters'];
      layout: ListLayout;
    }) => ({
      ...value,
      displayedFilters: describeFilters({
        filters: value.displayedFilters,
        layout: value.layout,
        choice: InputRenderer,
      }),
    }),
  );
};
