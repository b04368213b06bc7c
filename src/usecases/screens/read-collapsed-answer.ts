import type { Issue } from '../../core/issue';
import { hasClocks, orderPropertyOf } from '../../core/order/order-property';
import { readIncidentClocks } from '../clocks/read-incident-clocks';
import type { UserEnv } from '../env';
import { readOrderSetup } from '../order/read/read-order-site';
import { aboutOne, isOrdered, readOrder } from './read-order';
import type { ShortAnswer } from './read-short-answer';
import { readStart } from './read-start';

/**
 * The short answer for the collapsed badge, which Jira asks for with every look at every issue. So
 * the store is asked only where the issue's property says that the app has something of it: clocks
 * that may still run, or a place in the order. What they say is never taken from there.
 * Until the property is written, seconds after an incident comes in, the lozenge leaves them out.
 * No SQL statement for an issue without property and open blockers, and for an incident those of
 * `readIncidentClocks`. Null when the viewer may not browse it.
 */
export async function readCollapsedAnswer(
  env: UserEnv,
  issueId: string,
): Promise<Pick<ShortAnswer, 'clocks' | 'start'> | null> {
  const setup = await readOrderSetup(env);
  const order = await readOrder(env, aboutOne(issueId), setup);
  const issue = order.seen[0];
  if (issue === undefined) return null;
  const property: unknown = issue.tamProperty ?? {};
  const isFollowed = 'state' in orderPropertyOf(property);
  const hasOrder = isFollowed || isOrdered(issue, order);
  return {
    clocks: hasOpenClocks(issue) ? await readIncidentClocks(env, issueId) : null,
    start: hasOrder ? readStart(env, issue, order, setup) : null,
  };
}

/** Somebody may have written the property over REST: then a statement is spent in vain. */
function hasOpenClocks({ status, tamProperty }: Issue): boolean {
  if (!hasClocks(tamProperty)) return false;
  const { slaState } = Object(tamProperty) as { slaState?: unknown };
  return status.category !== 'done' || slaState === 'running' || slaState === 'paused';
}
