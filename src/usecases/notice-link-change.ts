import type { Env } from './env';
import { listIncidentPlans } from './list-incident-plans';

/**
 * Queues a refresh of both ends of a link, if any JQL selects incidents by their links: no clock
 * depends on a link otherwise. One SQL statement.
 */
export async function noticeLinkChange(env: Env, issueIds: readonly string[]): Promise<void> {
  const plans = await listIncidentPlans(env);
  if (plans.some(({ jql }) => /link/i.test(jql))) await env.queue.pushRefresh(issueIds, 0);
}
