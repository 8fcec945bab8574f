import { contentsOf, type Holds } from './contents';

/** The name under which schemas, the server and the panel know the custom field. */
export const FIELD_NAME = 'string-list';
const FIELD_UID = `global::${FIELD_NAME}`;

/** Whether an attribute is a list of strings. */
export const isStringList = (attribute: { customField?: string }): boolean =>
  attribute.customField === FIELD_UID;

/** What an attribute of the custom field says in its `options`. */
export type ListOptions = {
  holds: Holds;
  /** The REST parameter that filters by the list; none where it is left out. */
  filter?: string;
  /** For references: the content type that has them. */
  of?: string;
  /** For codes: the component list that has them, of the same entry or of the one behind `through`. */
  from?: string;
  /** For codes: a relation of the entry. */
  through?: string;
  /** For codes: where their titles stand, as `list.attribute`. */
  titles?: string;
};

/** The options of an attribute that is a list of strings; undefined for any other attribute. */
export const listOptionsOf = (attribute: {
  customField?: string;
  options?: unknown;
}): ListOptions | undefined => {
  if (!isStringList(attribute)) return undefined;
  const options = attribute.options as Partial<ListOptions> | undefined;
  if (!contentsOf(options?.holds)) {
    throw new Error(`A ${FIELD_NAME} says in options.holds what it holds, not ${options?.holds}`);
  }
  return options as ListOptions;
};
