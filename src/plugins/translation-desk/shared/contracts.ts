/** How the documents of one type stand in one locale. `published + draft + missing` is their total. */
export type LocaleCounts = {
  /** Documents with a published version in this locale. */
  published: number;
  /** Those of `published` whose draft was saved after publication. */
  modified: number;
  /** Documents that have only a draft in this locale. */
  draft: number;
  /** Documents that exist in other locales and not in this one. */
  missing: number;
};

export type TypeStatus = {
  uid: string;
  kind: 'collectionType' | 'singleType';
  displayName: string;
  /** Documents of the type, in whatever locales. */
  documents: number;
  /** One entry for each of the answer's locales, by code. */
  locales: Record<string, LocaleCounts>;
};

export type DeskLocale = { code: string; name: string; isDefault: boolean };

/** The answer of `GET /translation-desk/status`. */
export type GetStatus = {
  data: {
    /** The default locale first, then in the site's order. */
    locales: DeskLocale[];
    /** The translated types that the caller may read, by uid. */
    types: TypeStatus[];
  };
};
