import type { Issue } from '../../../core/issue';
import type { Unread } from '../../../core/order/judge/list-unread';
import type { Env } from '../../env';

/** Children of epics that count as done with them; more than these are judged by the first. */
const MOST_CHILDREN = 500;

/**
 * Reads as the app what a judgement still lacks, except what was `asked` for before, and notes in
 * there that it was: what does not come then is hidden or gone. Null where nothing is left to ask
 * for. One read of Jira per hundred issues, and one search for children, seconds behind at times.
 */
export async function readUnread(
  env: Env,
  { issueIds, parentIds }: Unread,
  asked: Set<string>,
): Promise<readonly Issue[] | null> {
  const missing = [...new Set(issueIds)].filter((id) => !asked.has(id));
  const parents = parentIds.filter((id) => !asked.has(childrenOf(id)));
  if (missing.length === 0 && parents.length === 0) return null;
  const [issues, children] = await Promise.all([
    env.asApp.listIssues(missing),
    parents.length === 0
      ? []
      : env.asApp.searchIssues(`parent in (${parents.join(', ')})`, MOST_CHILDREN),
  ]);
  for (const id of [...missing, ...parents.map(childrenOf)]) asked.add(id);
  return [...issues, ...children];
}

function childrenOf(issueId: string): string {
  return `parent ${issueId}`;
}
