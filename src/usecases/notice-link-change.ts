import { listIncidentPlans } from './clocks/list-incident-plans';
import { measuresDepartments } from './clocks/read-blocked';
import { refreshOwned } from './clocks/refresh-successors';
import type { Env } from './env';
import { noteUnlinked } from './order/follow/note-gone';
import { noteUnreadableLink, type ToldLink } from './order/follow/note-unreadable-link';

/**
 * Queues a look at the place of both ends in the order, whatever the type of the link: an event does
 * not always tell it, and a look at an issue that nothing orders is one read. Besides,
 * a refresh of both ends if any JQL selects incidents by their links; else of those
 * ends that a department's clock runs for, because it stands still while others are waited for. One
 * SQL statement, another one in the latter case.
 */
export async function noticeLinkChange(env: Env, link: ToldLink): Promise<void> {
  const issueIds = [link.sourceId, link.destinationId];
  // First who did it: whoever is told of what follows hears that too.
  if (link.change === 'deleted') await noteUnlinked(env, link);
  await env.queue.pushOrder(issueIds, 0);
  await noteUnreadableLink(env, link);
  const plans = await listIncidentPlans(env);
  if (plans.some(({ jql }) => /link/i.test(jql))) await env.queue.pushRefresh(issueIds, 0);
  else if (plans.some(({ versions }) => measuresDepartments(versions))) {
    await refreshOwned(env, issueIds);
  }
}
