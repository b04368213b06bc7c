import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import type { LinkGraph } from '../../../core/order/graph/link-graph';
import type { Gate } from '../../../core/order/judge/judgement';
import { listUnreadAt, type Unread } from '../../../core/order/judge/list-unread';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import type { UnreadableBlocker } from '../../../core/order/judge/order-facts';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import { everywhere, withoutUnreadable } from './read-around';
import type { OrderSetup } from './read-order-site';
import { readUnread } from './read-unread';

/** The issues of a screen as the viewer and as the app have read them. */
export type NearAsked = {
  readonly seen: readonly Issue[];
  readonly all: readonly Issue[];
  readonly issueIds: readonly string[];
  readonly focusId: string | null;
};

export type NearRead = {
  readonly graph: LinkGraph;
  readonly unreadable: readonly UnreadableBlocker[];
};

/** Neighbours, and what those stand for: duplicates, circles; as far as the rule looks. */
const READINGS = 2;

/**
 * Reads as the app what judging these issues still lacks. The issue of the screen is judged with
 * what was found near it before, as the rule does, so that both see the same circles. What only the
 * viewer may browse is judged by what he sees of it.
 */
export async function readNear(env: Env, asked: NearAsked, setup: OrderSetup): Promise<NearRead> {
  const { rules } = setup;
  const reach = everywhere(rules);
  const ids = new Set(asked.all.map(({ id }) => id));
  const read = [...asked.all, ...asked.seen.filter(({ id }) => !ids.has(id))];
  const wasAsked = new Set(asked.issueIds);
  let hint = await readHint(env, read, asked.focusId);
  for (let reading = 0; reading < READINGS; reading += 1) {
    const unread = unreadOf(openOrder(buildLinkGraph(read, reach), reach), asked.issueIds, rules);
    const issueIds = [...unread.issueIds, ...hint];
    const found = await readUnread(env, { ...unread, issueIds }, wasAsked);
    if (found === null) break;
    read.push(...found);
    hint = [];
  }
  return withoutUnreadable(read, wasAsked, rules);
}

async function readHint(
  env: Env,
  read: readonly Issue[],
  focusId: string | null,
): Promise<readonly string[]> {
  const focus = read.find(({ id }) => id === focusId);
  return focus === undefined ? [] : env.order.findNearIds(focus.key);
}

function unreadOf(order: Order, issueIds: readonly string[], { policies }: OrderRules): Unread {
  const gates: readonly Gate[] = policies.some(({ gates }) => gates.finish)
    ? ['start', 'finish']
    : ['start'];
  const unread = issueIds
    .filter((id) => order.isLive(id))
    .flatMap((id) => gates.map((gate) => listUnreadAt(order, id, gate)));
  return {
    issueIds: unread.flatMap((one) => one.issueIds),
    parentIds: [...new Set(unread.flatMap((one) => one.parentIds))],
  };
}
