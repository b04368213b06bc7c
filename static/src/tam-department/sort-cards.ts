import type { WorkCard } from '../../../src/contract/tam-department';

/** Most pressing first: overdue, then the earliest due date, undated last; equal ones by key. */
export function sortByUrgency(cards: readonly WorkCard[]): readonly WorkCard[] {
  return [...cards].sort(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      compareDates(a.dueDate, b.dueDate) ||
      a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
