import type { IssueLink } from '../../core/issue';
import { isBlockLink } from '../../core/order/graph/block-links';
import type { Env } from '../env';
import { JiraBusyError } from '../ports/jira-busy-error';

/**
 * Queues a refresh of the issues that stand directly behind this one and that a department's clock
 * runs for: it may run again, or stand still. As the app: an event has no person. One read of Jira,
 * none where the caller has its `links`, and one SQL statement; while Jira is busy nothing, the
 * nightly sweep looks at every open clock.
 */
export async function refreshSuccessors(
  env: Env,
  issueId: string,
  links: readonly IssueLink[] | null = null,
): Promise<void> {
  try {
    const known = links ?? (await env.asApp.findIssue(issueId))?.links ?? [];
    const outward = known.filter(({ end }) => end === 'outward');
    if (outward.length === 0) return;
    const type = await env.settings.findBlockLinkTypeId();
    const behind = outward.filter((link) => isBlockLink(link, type)).map(({ other }) => other.id);
    await refreshOwned(env, [...new Set(behind)]);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    env.log.warn('successors not refreshed', { issueId });
  }
}

/** Queues a refresh of those of these issues that a department's clock runs for. One SQL statement. */
export async function refreshOwned(env: Env, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  const stored = await env.sla.listCycles(issueIds);
  const open = stored.filter(({ clock, stoppedAt }) => clock === 'ownership' && stoppedAt === null);
  const ids = [...new Set(open.map((row) => row.issueId))];
  if (ids.length > 0) await env.queue.pushRefresh(ids, 0);
}
