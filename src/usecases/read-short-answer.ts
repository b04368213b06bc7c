import type { StartView } from '../contract/views';
import type { Issue } from '../core/issue';
import type { ClientProject } from '../core/project/client-project';
import type { UserEnv } from './env';
import { readOrderSettings } from './order-settings';
import { type IncidentClocks, readIncidentClocks } from './read-incident-clocks';
import { readOrder } from './read-order';
import { hasBlockers, readStart } from './read-start';

export type ShortAnswer = {
  readonly issue: Issue;
  /** The client project that it is an epic of. */
  readonly ofEpic: ClientProject | null;
  readonly clocks: IncidentClocks | null;
  /** Null for issues that nothing orders. */
  readonly start: StartView | null;
};

/**
 * "May I start?" and the clocks of one issue; null when the viewer may not browse it. Issues that
 * belong to no client project still have an order when somebody has linked them. Reads of Jira: the
 * issue as the viewer and as the app, two for open neighbours, and the clocks'.
 */
export async function readShortAnswer(env: UserEnv, issueId: string): Promise<ShortAnswer | null> {
  const settings = await readOrderSettings(env);
  const [order, ofEpic, clocks] = await Promise.all([
    readOrder(env, [issueId], settings.blockType),
    env.projects.findProjectOfEpic(issueId),
    readIncidentClocks(env, issueId),
  ]);
  const issue = order.seen[0];
  if (issue === undefined) return null;
  const isOrdered = ofEpic !== null || hasBlockers(issue, order);
  const start = isOrdered ? await readStart(env, issue, order, settings) : null;
  return { issue, ofEpic, clocks, start };
}
