/** A rule that the publication of a draft would break, in the panel's language. */
export type PublicationPoint = {
  /** Attribute names and list indexes, outermost first. */
  path: string[];
  /** The field by its label, then what is wrong. */
  message: string;
};

/** `GET /publication-check/:uid/:documentId?locale=…`: empty when nothing stands in the way. */
export type CheckPublication = { data: PublicationPoint[] };
