import type { Answer } from '../../../contract/answer';
import type { Lag } from '../../../core/order/policy/order-policy';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { linksBetween } from './links-between';
import { noteDecision } from './note-decision';
import { openDeskFor } from './open-desk';

/**
 * "Two working days after the DNS switch": how long after this blocker is done the issue may start,
 * by its department's calendar (order semantics D38). It goes before what the departments have
 * agreed on; null is that again.
 */
export async function setLag(
  env: UserEnv,
  issueId: string,
  blockerId: string,
  lag: Lag | null,
): Promise<Answer<null>> {
  const found = await openDeskFor(env, issueId, 'setOrder');
  if (!found.ok) return found;
  const { issue, setup } = found.value;
  const ids = linksBetween(issue, blockerId, setup.rules).map(({ id }) => id);
  if (ids.length === 0) return refuse('notFound', textsFor(env).noSuchLink);
  const set = lag === null ? [] : ids.map((id) => [id, lag] as const);
  await env.order.changeIssueOrder(issueId, (own) => {
    const others = Object.entries(own.lags).filter(([id]) => !ids.includes(id));
    return { ...own, lags: Object.fromEntries([...others, ...set]) };
  });
  await noteDecision(env, found.value, 'setLag', { blockerId, lag: JSON.stringify(lag) });
  return done(null);
}
