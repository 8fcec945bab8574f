/** A text as a literal of Meilisearch's filter language. */
const literal = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `attribute IN [..]` clauses joined by AND; each inner list is one clause of alternatives. */
export const filterExpression = (
  clauses: readonly { attribute: string; values: readonly string[] }[],
): string =>
  clauses
    .map(({ attribute, values }) => `${attribute} IN [${values.map(literal).join(', ')}]`)
    .join(' AND ');
