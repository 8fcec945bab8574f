import { isToMany } from '../field-schema';
import type { FindModel, SeedModel } from '../types';

type Column = { columnName?: string; joinTable?: JoinTable };
type JoinTable = {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
};

/** The part of Strapi's database metadata that says where a model's values are stored. */
export type Storage = { tableName: string; attributes: Readonly<Record<string, Column>> };

/** A row to come. What it points to in the same plan is named by table and place. */
type PlannedRow = {
  columns: Record<string, unknown>;
  links: Record<string, { table: string; place: number }>;
};

/** Rows by table, in the order in which they can be inserted. */
export type RowPlan = Map<string, { hasId: boolean; rows: PlannedRow[] }>;

const add = (plan: RowPlan, table: string, hasId: boolean, row: PlannedRow): number => {
  const known = plan.get(table) ?? { hasId, rows: [] };
  plan.set(table, known);
  known.rows.push(row);
  return known.rows.length - 1;
};

const storedValue = (type: string, value: unknown): unknown =>
  type === 'json' && value !== null ? JSON.stringify(value) : value;

/**
 * Adds to the plan what Strapi would store for one row of a content type or component: its columns
 * with defaults, its links to entries without locales, its components and theirs.
 * @param values attribute values; relations are row ids of their targets
 * @param columns further columns, such as `document_id` and `locale`
 * @returns the row's place in its table's list
 */
export const planRow = ({
  plan,
  model,
  values,
  columns = {},
  findModel,
  findStorage,
}: {
  plan: RowPlan;
  model: SeedModel;
  values: Record<string, unknown>;
  columns?: Record<string, unknown>;
  findModel: FindModel;
  findStorage: (uid: string) => Storage;
}): number => {
  const storage = findStorage(model.uid);
  const row: PlannedRow = { columns: { ...columns }, links: {} };
  const place = add(plan, storage.tableName, true, row);
  for (const [name, attribute] of Object.entries(model.attributes)) {
    const { columnName, joinTable } = storage.attributes[name] ?? {};
    const value = values[name];
    if (columnName !== undefined) {
      if (columnName in row.columns || columnName === 'id') continue;
      row.columns[columnName] = storedValue(attribute.type, value ?? attribute.default ?? null);
      continue;
    }
    if (joinTable === undefined || value === undefined || value === null) continue;
    const { joinColumn, inverseJoinColumn, orderColumnName } = joinTable;
    const link = { [joinColumn.name]: { table: storage.tableName, place } };
    const items = Array.isArray(value) ? value : [value];
    items.forEach((item, index) => {
      if (attribute.type === 'relation') {
        add(plan, joinTable.name, false, {
          columns: {
            [inverseJoinColumn.name]: item,
            ...(orderColumnName && isToMany(attribute) ? { [orderColumnName]: index + 1 } : {}),
          },
          links: link,
        });
        return;
      }
      const component = findModel(attribute.component ?? '');
      if (!component) throw new Error(`${model.uid}.${name} cannot be written in batches`);
      const inner = planRow({
        plan,
        model: component,
        values: item as Record<string, unknown>,
        findModel,
        findStorage,
      });
      add(plan, joinTable.name, false, {
        columns: {
          field: name,
          component_type: component.uid,
          order: attribute.repeatable ? index + 1 : null,
        },
        links: {
          ...link,
          [inverseJoinColumn.name]: { table: findStorage(component.uid).tableName, place: inner },
        },
      });
    });
  }
  return place;
};
