/** What the plugin reads of Strapi's schemas, and nothing more. */
export type Attribute = {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
  inversedBy?: string;
  useJoinTable?: boolean;
  component?: string;
  repeatable?: boolean;
  multiple?: boolean;
  visible?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
};

export type Schema = {
  uid: string;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
};

/** The settings of `config/plugins.ts`. */
export type Settings = {
  /** Uids, or prefixes that end with `::`, of the types to look after. */
  include: string[];
  exclude: string[];
  /** Name of the attribute that holds the original locale. */
  originalLocale: string;
  /** Name of the attribute by which items of repeatable components are known. */
  code: string;
  /** uid → shared list → text list, for the pairs that the naming of components does not tell. */
  pairs: Record<string, Record<string, string>>;
};
