import { http } from './http';

const WINDOW_MS = 10_000;
/** Jira takes up to 50; a burst of changes is left to its index. */
const MOST = 20;

type Change = { at: number; id?: string };

const changes = new Map<string, Change>();

/** Remembers that an issue has just changed: Jira's search index is not told at once. */
export function noteChange(issueKey: string): void {
  const known = changes.get(issueKey);
  changes.delete(issueKey);
  changes.set(issueKey, { ...known, at: Date.now() });
}

async function idOf(issueKey: string, change: Change): Promise<string | undefined> {
  if (change.id) return change.id;
  try {
    const path = `/rest/api/3/issue/${issueKey}?fields=summary`;
    change.id = (await http.get<{ id: string }>(path)).id;
    return change.id;
  } catch {
    // Deleted, or not for this person's eyes: then it is not for his search either.
    return undefined;
  }
}

/** Ids for `reconcileIssues`, which makes a search see the changes of these issues. */
export async function freshIssueIds(): Promise<string[]> {
  const recent = [...changes].filter(([, { at }]) => Date.now() - at < WINDOW_MS).slice(-MOST);
  const ids = await Promise.all(recent.map(([key, change]) => idOf(key, change)));
  return ids.filter((id) => id !== undefined);
}
