export type Labels = {
  /** Names of types and components, by the name in the schema: Strapi's key for them. */
  names: Record<string, string>;
  /** Options of enumerations, by their value: Strapi's key for them. */
  options: Record<string, string>;
  /** Labels of the fields that Strapi adds to every type. */
  system: Record<string, string>;
  /** Labels of fields, by the uid of the type or component and the attribute. */
  fields: Record<string, Record<string, string>>;
};

/** The labels under the keys by which the content manager looks them up. */
export const toMessages = ({ names, options, system, fields }: Labels): Record<string, string> => {
  const messages: Record<string, string> = { ...options, ...names };
  for (const [uid, labels] of Object.entries(fields)) {
    const kind = uid.includes('::') ? 'content-types' : 'components';
    const all = kind === 'content-types' ? { ...system, ...labels } : labels;
    for (const [attribute, label] of Object.entries(all)) {
      messages[`content-manager.${kind}.${uid}.${attribute}`] = label;
    }
  }
  return messages;
};
