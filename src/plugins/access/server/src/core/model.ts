/** As much of a Strapi schema as the guard reads. */
export type Attribute = {
  type: string;
  enum?: string[];
  relation?: string;
  target?: string;
  component?: string;
  components?: string[];
  private?: boolean;
  searchable?: boolean;
};

export type Model = {
  uid: string;
  modelType?: string;
  options?: { draftAndPublish?: boolean };
  attributes: Record<string, Attribute>;
};

type GetModel = (uid: string) => Model | undefined;

/** What a request may read beyond what everybody may. */
export type Rights = { drafts: boolean; members: boolean };

export type Filter = Record<string, unknown>;

/** What the pure parts of the guard are told about the types and the request. */
export type Viewpoint = {
  getModel: GetModel;
  isPrivate: (uid: string) => boolean;
  /** What a linked row of this type must fulfil to be seen; empty when every row may be. */
  visibleWhere: (model: Model) => Filter[];
};

const FILE_UID = 'plugin::upload.file';

/** The type that an attribute leads to, or undefined for plain values and polymorphic links. */
export const targetOf = (attribute: Attribute): string | undefined => {
  if (attribute.type === 'relation') return attribute.target;
  if (attribute.type === 'component') return attribute.component;
  if (attribute.type === 'media') return FILE_UID;
  return undefined;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
