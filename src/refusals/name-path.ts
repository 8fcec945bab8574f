import type { Attributes } from '../rules/schema';
import { sayIt, type Wordings } from './sentence';

/** How fields are called in one language of the panel. */
export type PanelNames = {
  /** The label of an attribute of a type or component, by its uid. */
  field: (uid: string, attribute: string) => string | undefined;
  option: (value: string) => string | undefined;
};

/** The attributes of a type or component; undefined where there is none of that uid. */
export type AttributesOf = (uid: string) => Attributes | undefined;

/** The type or component whose attribute the last name of a path is. */
const ownerOf = ({
  uid,
  path,
  attributesOf,
}: {
  uid: string;
  path: readonly string[];
  attributesOf: AttributesOf;
}): string => {
  let owner = uid;
  for (const name of path) owner = attributesOf(owner)?.[name]?.component ?? owner;
  return owner;
};

/** The label of the field `name` that stands beside the last one of `path`. */
export const nameBeside = ({
  name,
  uid,
  path,
  names,
  attributesOf,
}: {
  name: string;
  uid: string;
  path: readonly string[];
  names: PanelNames;
  attributesOf: AttributesOf;
}): string | undefined =>
  names.field(ownerOf({ uid, path: path.slice(0, -1), attributesOf }), name) ??
  names.field(uid, name);

/**
 * A path of attributes and indexes as an editor reads it: "Coûts, n° 2, Devise".
 * @param uid the type that the path starts at
 */
export const namePath = ({
  uid,
  path,
  names,
  attributesOf,
  wordings,
}: {
  uid: string;
  path: readonly string[];
  names: PanelNames;
  attributesOf: AttributesOf;
  wordings: Wordings;
}): string =>
  path
    .map((step, index) => {
      if (/^\d+$/.test(step)) {
        const values = { number: Number(step) + 1 };
        return sayIt({
          sentence: 'panel.item',
          values,
          wordings,
          names: { field: String, choice: String },
        });
      }
      const owner = ownerOf({ uid, path: path.slice(0, index), attributesOf });
      return names.field(owner, step) ?? step;
    })
    .join(', ');
