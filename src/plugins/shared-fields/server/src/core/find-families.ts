/**
 * Groups the types that links tie together, directly or through others: a write to one of a
 * family may move join rows of any other, so they take turns.
 * @returns uid → name of its family, for types that have or receive links
 */
export const findFamilies = (
  types: { uid: string; links: { target: string }[] }[],
): Map<string, string> => {
  const parents = new Map<string, string>();
  const root = (uid: string): string => {
    const parent = parents.get(uid) ?? uid;
    return parent === uid ? uid : root(parent);
  };
  for (const { uid, links } of types) {
    for (const { target } of links) {
      const [first, second] = [root(uid), root(target)].sort();
      if (first === undefined || second === undefined) continue;
      parents.set(first, first);
      parents.set(second, first);
    }
  }
  return new Map([...parents.keys()].map((uid) => [uid, root(uid)]));
};
