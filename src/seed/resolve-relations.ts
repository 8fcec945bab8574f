import { isToMany } from './field-schema';
import type { FindModel, SeedModel } from './types';

export type SeedTarget = { documentId: string; originalLocale: string | undefined };

/** Finds an entry by type and reference; the caller has made sure that it is there. */
export type FindTarget = (need: { type: string; reference: string }) => SeedTarget;

/**
 * Puts what the Document Service takes in the place of references, in components too: a documentId,
 * or from an entry without locales to one with them, the document's original.
 */
export const resolveRelations = ({
  model,
  findModel,
  findTarget,
  values,
}: {
  model: SeedModel;
  findModel: FindModel;
  findTarget: FindTarget;
  values: Record<string, unknown>;
}): Record<string, unknown> => {
  const target = (type: string, reference: string) => {
    const { documentId, originalLocale } = findTarget({ type, reference });
    return originalLocale && !model.localized
      ? { documentId, locale: originalLocale }
      : { documentId };
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, unknown] => {
      const attribute = model.attributes[name];
      if (value === null || !attribute) return [name, value];
      if (attribute.type === 'relation' && attribute.target) {
        const type = attribute.target;
        return isToMany(attribute)
          ? [name, (value as string[]).map((reference) => target(type, reference))]
          : [name, target(type, value as string)];
      }
      const component =
        attribute.type === 'component' ? findModel(attribute.component ?? '') : undefined;
      if (!component) return [name, value];
      const inner = (item: Record<string, unknown>) =>
        resolveRelations({
          model: { ...component, localized: model.localized },
          findModel,
          findTarget,
          values: item,
        });
      return [
        name,
        Array.isArray(value)
          ? value.map((item: Record<string, unknown>) => inner(item))
          : inner(value as Record<string, unknown>),
      ];
    }),
  );
};
