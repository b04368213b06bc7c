import { compareKeys } from '../order/graph/sort-by-order';
import type { Department } from './client-project';

/** How many issues somebody may not see, by department; null for projects that are none. */
export type HiddenCount = {
  readonly department: string | null;
  readonly count: number;
  /** When the last of them is due; null where one has no date. Absent: nobody asked. */
  readonly due?: string | null;
};

/**
 * Counts issues by department, by name, without a word on any of them. Only registered departments
 * are named: that some other Jira project exists is itself something he may not know.
 *
 * `dueOf` tells when each is expected, as somebody who waits for them may know (order semantics D4).
 *
 * BCK-3, BCK-9 and SECRET-1, with Backup registered: 2 in Backup, 1 in null.
 */
export function countHidden(
  keys: readonly string[],
  departments: readonly Department[],
  dueOf?: (key: string) => string | null,
): readonly HiddenCount[] {
  const counts = new Map<string | null, (string | null)[]>();
  for (const key of [...keys].sort(compareKeys)) {
    const department = departments.find(({ projectKey }) => projectKey === projectKeyOf(key));
    const name = department?.name ?? null;
    counts.set(name, [...(counts.get(name) ?? []), dueOf?.(key) ?? null]);
  }
  return [...counts].map(([department, dues]) => ({
    ...{ department, count: dues.length },
    // Of other projects even a date would say too much.
    ...(dueOf === undefined || department === null ? {} : { due: lastOf(dues) }),
  }));
}

function lastOf(dues: readonly (string | null)[]): string | null {
  let last: string | null = null;
  for (const due of dues) {
    if (due === null) return null;
    if (last === null || due > last) last = due;
  }
  return last;
}

/** NET for NET-12. Links carry only the keys of the other end. */
function projectKeyOf(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}

/** What a department is called: its registered name, else that of its Jira project. */
export function departmentName(
  project: { readonly projectKey: string; readonly projectName: string },
  departments: readonly Department[],
): string {
  const department = departments.find(({ projectKey }) => projectKey === project.projectKey);
  return department?.name ?? project.projectName;
}
