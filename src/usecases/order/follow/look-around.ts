import type { Issue } from '../../../core/issue';
import { isDuplicateLink, isOrderLink } from '../../../core/order/graph/block-links';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { pushOrders } from '../../push-refreshes';
import { listHeirs } from '../read/list-heirs';
import type { OrderSetup } from '../read/read-order-site';
import type { Seen } from './see-issue';
import { circleOf } from './state-of';

/**
 * Queues a look at everybody whose place depends on what has changed of this issue: those behind it
 * and those that were, those behind its duplicates, children to whom it hands its blockers down,
 * and all on a circle that has closed or come apart; those are told what to read, to see it too.
 * One read of Jira where it has duplicates, a search where blockers are handed down.
 */
export async function lookAround(
  env: Env,
  { state, around }: Seen,
  before: OrderState | undefined,
  { rules }: OrderSetup,
): Promise<void> {
  const ids = new Set<string>();
  if (before?.mark !== state.mark) {
    const behind = await behindDuplicates(env, around.issue, rules);
    for (const id of [...state.successorIds, ...(before?.successorIds ?? []), ...behind]) {
      ids.add(id);
    }
  }
  if (before?.mark !== state.mark || before.linkedIds.join() !== state.linkedIds.join()) {
    for (const id of await listHeirs(env, [state.issueId], rules)) ids.add(id);
  }
  const [was, is] = [before === undefined ? [] : circleOf(before), circleOf(state)];
  if (new Set(was).size !== new Set(is).size || !is.every((id) => was.includes(id))) {
    for (const id of [...was, ...is]) ids.add(id);
    await shareCircle(env, state, around.read);
  }
  ids.delete(state.issueId);
  await pushOrders(env, [...ids]);
}

/** Where a duplicate stood before them they wait for its original. */
async function behindDuplicates(
  env: Env,
  { links }: Issue,
  rules: OrderRules,
): Promise<readonly string[]> {
  const duplicates = links
    .filter((link) => link.end === 'inward' && isDuplicateLink(link, rules))
    .map(({ other }) => other.id);
  const read = await env.asApp.listIssues(duplicates);
  return read
    .flatMap((duplicate) => duplicate.links)
    .filter((link) => link.end === 'outward' && isOrderLink(link, rules))
    .map(({ other }) => other.id);
}

/** One that nobody has looked at yet finds the word when somebody does. */
async function shareCircle(env: Env, state: OrderState, read: readonly Issue[]): Promise<void> {
  const circle = [...new Set(circleOf(state))];
  const known = await env.orderStates.listStates(circle);
  for (const id of circle) {
    const before = known.find(({ issueId }) => issueId === id);
    const key = before?.issueKey ?? read.find((issue) => issue.id === id)?.key;
    if (key === undefined) continue;
    const near = new Set([...(before?.nearIds ?? []), ...state.nearIds, state.issueId]);
    await env.order.saveNearIds(key, [...near]);
  }
}
