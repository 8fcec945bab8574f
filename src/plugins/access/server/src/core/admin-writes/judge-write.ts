import { uniq } from 'lodash';
import type { Demand } from './write-demands';
import { permissionsFor, reaches, type WritePermission } from './write-permission';

/**
 * - `allowed`: with the fields that may be written, by name or path; `all` where no permission
 *   names fields.
 * - `never`: the right is not held on that type at all.
 * - `elsewhere`: it is held, in other locales.
 */
export type Verdict =
  | { kind: 'allowed'; fields: string[] | 'all' }
  | { kind: 'never'; demand: Demand }
  | { kind: 'elsewhere'; demand: Demand & { locale: string }; locales: string[] };

const fieldsOf = (permissions: WritePermission[]): string[] | 'all' =>
  permissions.some(({ properties }) => !Array.isArray(properties?.fields))
    ? 'all'
    : permissions.flatMap(({ properties }) => properties?.fields ?? []);

/** Fields that every one of the demands allows. */
const common = (lists: (string[] | 'all')[]): string[] | 'all' =>
  lists.reduce((left, right) => {
    if (left === 'all') return right;
    return right === 'all' ? left : left.filter((field) => right.includes(field));
  }, 'all');

/** Judges what a write demands by the permissions of whoever writes. */
export const judgeWrite = ({
  demands,
  permissions,
  uid,
}: {
  demands: Demand[];
  permissions: WritePermission[];
  uid: string;
}): Verdict => {
  const fields: (string[] | 'all')[] = [];
  for (const demand of demands) {
    const { right, locale } = demand;
    const held = permissionsFor({ permissions, right, uid });
    const here = locale === undefined ? held : held.filter((one) => reaches(one, locale));
    if (here.length === 0) {
      const locales = uniq(held.flatMap(({ properties }) => properties?.locales ?? [])).sort();
      return locale === undefined || locales.length === 0
        ? { kind: 'never', demand }
        : { kind: 'elsewhere', demand: { right, locale }, locales };
    }
    if (right === 'create' || right === 'update') fields.push(fieldsOf(here));
  }
  return { kind: 'allowed', fields: common(fields) };
};
