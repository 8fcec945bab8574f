/** What a write on a translated document locks: its family, where links tie several types. */
export const lockName = ({
  type,
  documentId,
}: {
  type: { uid: string; family?: string | undefined };
  documentId: string;
}): string => type.family ?? `${type.uid}:${documentId}`;
