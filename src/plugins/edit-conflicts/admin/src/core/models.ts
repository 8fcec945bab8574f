export type Attribute = { type: string; component?: string; repeatable?: boolean };
export type Model = { uid: string; attributes: Record<string, Attribute> };
export type Models = { contentType: Model; components: Record<string, Model> };
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
