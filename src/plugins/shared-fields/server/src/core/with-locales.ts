const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDocumentId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/^\d+$/.test(value);

const OPERATIONS = ['set', 'connect', 'disconnect'];
const ANCHORS = ['before', 'after'];

/** Every documentId that the value of a relation names, positions included. */
export const namedDocuments = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namedDocuments);
  if (isDocumentId(value)) return [value];
  if (!isRecord(value)) return [];
  const own = isDocumentId(value.documentId) ? [value.documentId] : [];
  const nested = OPERATIONS.flatMap((key) => namedDocuments(value[key]));
  const position = isRecord(value.position) ? value.position : {};
  return [...own, ...nested, ...ANCHORS.flatMap((key) => namedDocuments(position[key]))];
};

/**
 * The value of a relation with each document named together with its original locale, so that a
 * plain documentId is enough. Documents that are not there stay as sent: Strapi refuses them.
 */
export const withLocales = (value: unknown, originals: Map<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => withLocales(item, originals));
  if (isDocumentId(value)) {
    const locale = originals.get(value);
    return locale === undefined ? value : { documentId: value, locale };
  }
  if (!isRecord(value)) return value;
  if (isDocumentId(value.documentId)) {
    const locale = originals.get(value.documentId);
    if (locale === undefined) return value;
    const { position } = value;
    if (!isRecord(position)) return { ...value, locale };
    // Strapi looks for the neighbour in a locale of its own.
    const [neighbour] = ANCHORS.flatMap((key) => originals.get(String(position[key])) ?? []);
    return {
      ...value,
      locale,
      position: neighbour === undefined ? position : { ...position, locale: neighbour },
    };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, nested]) => [
      key,
      OPERATIONS.includes(key) ? withLocales(nested, originals) : nested,
    ]),
  );
};
