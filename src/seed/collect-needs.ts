import { isRecord } from '../rules/readers';
import { isToMany } from './field-schema';
import type { JsonPath } from './scan-json';
import type { FindModel, SeedAttribute, SeedModel, SeedNeed } from './types';

/** The type whose references a list of strings holds. */
const listedType = ({ options }: SeedAttribute): string | undefined =>
  isRecord(options) && options.holds === 'references' && typeof options.of === 'string'
    ? options.of
    : undefined;

/** The entries that these values name by reference, in lists of strings and components too. */
export const collectNeeds = ({
  model,
  findModel,
  values,
  lineOf,
  path = [],
}: {
  model: SeedModel;
  findModel: FindModel;
  values: Record<string, unknown>;
  lineOf: (path: JsonPath) => number;
  path?: JsonPath;
}): SeedNeed[] =>
  Object.entries(values).flatMap(([name, value]): SeedNeed[] => {
    const attribute = model.attributes[name];
    if (attribute?.type === 'relation' && attribute.target) {
      const type = attribute.target;
      const references = isToMany(attribute) ? (value as string[]) : [value as string];
      return references.map((reference, index) => ({
        type,
        reference,
        line: lineOf([...path, name, ...(isToMany(attribute) ? [index] : [])]),
      }));
    }
    const listed = attribute && listedType(attribute);
    if (listed !== undefined && Array.isArray(value)) {
      return value
        .filter((reference) => typeof reference === 'string')
        .map((reference, index) => ({
          type: listed,
          reference,
          line: lineOf([...path, name, index]),
        }));
    }
    const component =
      attribute?.type === 'component' ? findModel(attribute.component ?? '') : undefined;
    if (!component) return [];
    const items = attribute?.repeatable ? (value as Record<string, unknown>[]) : undefined;
    return items
      ? items.flatMap((item, index) =>
          collectNeeds({
            model: component,
            findModel,
            values: item,
            lineOf,
            path: [...path, name, index],
          }),
        )
      : collectNeeds({
          model: component,
          findModel,
          values: value as Record<string, unknown>,
          lineOf,
          path: [...path, name],
        });
  });
