import { isToMany } from './field-schema';
import type { FindModel, SeedModel } from './types';

export type SeedTarget = { documentId: string; originalLocale: string | undefined };

/** Finds an entry by type and reference; the caller has made sure that it is there. */
/** What stands for an entry in the values to write. */
export type LinkTo = (need: { type: string; reference: string }) => unknown;

/** Puts links in the place of references, in components too. Null stays null. */
export const resolveRelations = ({
  model,
  findModel,
  linkTo,
  values,
}: {
  model: SeedModel;
  findModel: FindModel;
  linkTo: LinkTo;
  values: Record<string, unknown>;
}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, unknown] => {
      const attribute = model.attributes[name];
      if (value === null || !attribute) return [name, value];
      if (attribute.type === 'relation' && attribute.target) {
        const type = attribute.target;
        return isToMany(attribute)
          ? [name, (value as string[]).map((reference) => linkTo({ type, reference }))]
          : [name, linkTo({ type, reference: value as string })];
      }
      const component =
        attribute.type === 'component' ? findModel(attribute.component ?? '') : undefined;
      if (!component) return [name, value];
      const inner = (item: Record<string, unknown>) =>
        resolveRelations({ model: component, findModel, linkTo, values: item });
      return [
        name,
        Array.isArray(value)
          ? value.map((item: Record<string, unknown>) => inner(item))
          : inner(value as Record<string, unknown>),
      ];
    }),
  );

/**
 * How the Document Service wants a link: a documentId, and from an entry without locales to one
 * with them also the locale of the document's original.
 */
export const documentLink = ({
  model,
  target,
}: {
  model: SeedModel;
  target: SeedTarget;
}): { documentId: string; locale?: string } =>
  target.originalLocale && !model.localized
    ? { documentId: target.documentId, locale: target.originalLocale }
    : { documentId: target.documentId };
