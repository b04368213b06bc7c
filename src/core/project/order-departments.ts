import { firstThingsFirst } from '../order/graph/sort-by-order';

type Department = {
  readonly department: string;
  readonly epics: readonly {
    readonly id: string;
    readonly blockers: readonly { readonly id: string }[];
  }[];
};

/**
 * Puts departments into working order and says after whom each one comes: a department whose epic
 * is waited for stands before those that wait, done or not; equals stand by name. Departments that
 * nothing orders come last, by name.
 *
 * Network before Virtualisation, Backup free: Network, Virtualisation (after Network), Backup.
 */
export function orderDepartments<T extends Department>(
  departments: readonly T[],
): readonly (T & { readonly after: readonly string[] })[] {
  const byName = [...departments].sort((a, b) => (a.department < b.department ? -1 : 1));
  const isOrdered = (one: T) =>
    byName.some((other) => comesAfter(one, other) || comesAfter(other, one));
  const ordered = firstThingsFirst(byName.filter(isOrdered), comesAfter);
  return [...ordered, ...byName.filter((one) => !isOrdered(one))].map((one) => ({
    ...one,
    after: ordered.filter((other) => comesAfter(one, other)).map(({ department }) => department),
  }));
}

function comesAfter(one: Department, other: Department): boolean {
  if (one === other) return false;
  const before = new Set(one.epics.flatMap(({ blockers }) => blockers.map(({ id }) => id)));
  return other.epics.some(({ id }) => before.has(id));
}
