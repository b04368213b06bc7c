import type { ClientProjectRow } from '../../../src/contract/tam-workspace';

/** What needs me first: mine before others', then more open breaches, then by key. */
export function sortByNeed(projects: readonly ClientProjectRow[]): readonly ClientProjectRow[] {
  return [...projects].sort(
    (a, b) =>
      Number(b.isMine) - Number(a.isMine) ||
      b.openBreaches - a.openBreaches ||
      a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}
