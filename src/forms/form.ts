/**
 * One line of a form: attributes from left to right, as "title" or "startDate endDate". They share
 * the twelve columns evenly unless a width follows: "title:8 reference:4".
 */
export type FormRow = string;

/** How the content manager shows a type: one description for its list and its form. */
export type Form = {
  /** Columns of the list, from left to right. */
  list: readonly string[];
  /** Order of the list, as "updatedAt:DESC". */
  sort: string;
  /** Entries on a page of the list; 20 unless said. */
  pageSize?: number;
  /** The form from top to bottom: lines by the section they stand in. */
  sections: Readonly<Record<string, readonly FormRow[]>>;
  /** Attributes that the server computes: shown, not edited. */
  readOnly?: readonly string[];
  /** Attributes that the form leaves out: nobody reads or writes them there. */
  hidden?: readonly string[];
};

/** How the content manager shows the items of a component. */
export type ItemForm = {
  /** The attribute that an item shows when it is folded; `code` unless said. */
  title?: string;
  rows: readonly FormRow[];
  readOnly?: readonly string[];
  hidden?: readonly string[];
};

/** Forms by the uid of the type. */
export type Forms = Readonly<Record<string, Form>>;
/** Forms of items by the uid of the component. */
export type ItemForms = Readonly<Record<string, ItemForm>>;
