/**
 * Things under the same name together, in the order in which they come.
 *
 * Example: `groupBy(['NET-1', 'VIRT-2', 'NET-3'], projectOf)` has NET-1 and NET-3 under `NET`.
 */
export function groupBy<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return groups;
}
