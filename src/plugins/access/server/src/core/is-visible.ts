import { type Filter, isRecord } from './model';

type Test = (value: unknown, operand: unknown) => boolean;

/** As in SQL, where nothing compares with an absent value. */
const TESTS: Record<string, Test> = {
  $eq: (value, operand) => value === operand,
  $ne: (value, operand) => value !== null && value !== undefined && value !== operand,
  $notNull: (value) => value !== null && value !== undefined,
};

/**
 * Holds a row that was read already against the conditions that `visibleWhere` gives for reading.
 * @throws Error where a condition has an operator that it does not know: it would hide or show by chance
 */
export const isVisible = ({
  row,
  conditions,
}: {
  row: Record<string, unknown>;
  conditions: readonly Filter[];
}): boolean =>
  conditions.every((condition) =>
    Object.entries(condition).every(([key, wanted]) =>
      Object.entries(isRecord(wanted) ? wanted : { '': wanted }).every(([operator, operand]) => {
        const test = TESTS[operator];
        if (!test) throw new Error(`A condition on ${key} has an unknown operator.`);
        return test(row[key], operand);
      }),
    ),
  );
