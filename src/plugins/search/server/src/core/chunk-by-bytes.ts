/**
 * Cuts a list into runs whose JSON stays below `maxBytes`, in order.
 * An item that is larger by itself gets a run of its own.
 */
export const chunkByBytes = <T>({
  items,
  maxBytes,
}: {
  items: readonly T[];
  maxBytes: number;
}): T[][] => {
  const chunks: T[][] = [];
  let size = 0;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    const last = chunks.at(-1);
    if (last && size + bytes <= maxBytes) {
      last.push(item);
      size += bytes;
    } else {
      chunks.push([item]);
      size = bytes;
    }
  }
  return chunks;
};
