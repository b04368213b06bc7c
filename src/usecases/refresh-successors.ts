import { listSuccessors } from '../core/order/block-links';
import type { Env } from './env';
import { JiraBusyError } from './ports/jira-busy-error';

/**
 * Queues a refresh of the issues that stand directly behind this one and that a department's clock
 * runs for: it may run again, or stand still. As the app: an event has no person. One read of Jira
 * and one SQL statement; while Jira is busy nothing, the nightly sweep looks at every open clock.
 */
export async function refreshSuccessors(env: Env, issueId: string): Promise<void> {
  try {
    const [issue, type] = await Promise.all([
      env.asApp.findIssue(issueId),
      env.settings.findBlockLinkTypeId(),
    ]);
    if (issue === null) return;
    await refreshOwned(
      env,
      listSuccessors(issue, type).map(({ id }) => id),
    );
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
