import type { StartView } from '../../contract/views';
import type { Issue } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import { clocksOfStored, type IncidentClocks } from '../clocks/read-incident-clocks';
import type { UserEnv } from '../env';
import { readOrderSetup } from '../order/read/read-order-site';
import { aboutOne, isOrdered, readOrder } from './read-order';
import { readStart } from './read-start';

export type ShortAnswer = {
  readonly issue: Issue;
  /** The client project that it is an epic of, else the one whose incident it is. */
  readonly project: ClientProject | null;
  readonly clocks: IncidentClocks | null;
  /** Null for issues that nothing orders. */
  readonly start: StartView | null;
};

/**
 * "May I start?" and the clocks of one issue; null when the viewer may not browse it. Issues that
 * belong to no client project still have an order when somebody has linked them. One SQL statement,
 * and what the clocks and the order take; reads of Jira: theirs.
 */
export async function readShortAnswer(env: UserEnv, issueId: string): Promise<ShortAnswer | null> {
  const setup = await readOrderSetup(env);
  const stored = await env.incidents.readIssue(issueId);
  const { ofEpic, projects } = stored;
  const [order, clocks] = await Promise.all([
    readOrder(env, aboutOne(issueId), setup),
    clocksOfStored(env, issueId, stored),
  ]);
  const issue = order.seen[0];
  if (issue === undefined) return null;
  const hasOrder = ofEpic !== null || isOrdered(issue, order);
  const start = hasOrder ? readStart(env, issue, order, setup) : null;
  const project = ofEpic ?? projects.find(({ id }) => id === clocks?.projectId) ?? null;
  return { issue, project, clocks, start };
}
