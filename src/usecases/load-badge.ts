import type { Answer } from '../contract/answer';
import type { BadgeView } from '../contract/tam-badge';
import type { UserEnv } from './env';
import { readOrderSettings } from './order-settings';
import { done, refuse, textsFor } from './problem';
import { readIncidentClocks } from './read-incident-clocks';
import { readOrder } from './read-order';
import { readStart } from './read-start';
import { projectHead } from './views';

/**
 * The short answer for one issue: its client project, "may I start?" and its clocks. Issues that
 * belong to no client project still have an order when somebody has linked them. Reads of Jira: the
 * issue as the viewer and as the app, the TAM's name, two for open neighbours, and the clocks'.
 */
export async function loadBadge(env: UserEnv, issueId: string): Promise<Answer<BadgeView>> {
  const settings = await readOrderSettings(env);
  const [order, ofEpic, clocks] = await Promise.all([
    readOrder(env, [issueId], settings.blockType),
    env.projects.findProjectOfEpic(issueId),
    readIncidentClocks(env, issueId),
  ]);
  const issue = order.seen[0];
  if (issue === undefined) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const project =
    ofEpic ?? (clocks === null ? null : await env.projects.findProject(clocks.projectId));
  const isOrdered = ofEpic !== null || (order.graph.blockersOf.get(issue.id)?.size ?? 0) > 0;
  const people = project === null ? [] : await env.asUser.listPeople([project.tamAccountId]);
  return done({
    now: new Date(env.now()).toISOString(),
    issueKey: issue.key,
    project: project === null ? null : projectHead(project, people),
    start: isOrdered ? await readStart(env, issue, order, settings) : null,
    sla: clocks?.sla ?? null,
  });
}
