import type { Instant } from '../../time';
import type { OrderPolicy } from '../policy/order-policy';
import { categoryOf } from './category-of';
import { holdOf } from './hold';
import type { OrderFlag, OrderRefusal, TransitionAsked } from './judgement';
import type { Order } from './open-order';
import { findPass } from './pass';

/**
 * Why a move is allowed although something stands against it; null when nothing excuses it. First
 * what costs nobody anything: running work from before the rule, listed accounts, portals; a pass,
 * which is used up, comes last.
 *
 * Somebody on the list who holds a pass as well: `freeAccount`, and the pass stays unused.
 */
export function excuseOf(
  order: Order,
  refusal: OrderRefusal,
  { mover, now }: Pick<TransitionAsked, 'mover' | 'now'>,
): OrderFlag | null {
  const blockerIds = refusal.blockers.map(({ id }) => id);
  const policyKey = grandfatheringPolicy(order, refusal, now);
  if (policyKey !== null) return { kind: 'grandfathered', policyKey, blockerIds };
  const { rules, facts } = order;
  if (mover.kind === 'account' && rules.freeAccountIds.includes(mover.accountId)) {
    return { kind: 'freeAccount', accountId: mover.accountId, blockerIds };
  }
  if (mover.kind === 'portal' && rules.portal === 'allow') return { kind: 'portal', blockerIds };
  const pass = findPass(facts.passes, refusal, now);
  return pass === null ? null : { kind: 'byPass', passId: pass.id, blockerIds };
}

/**
 * The policy that lets an issue go on because it ran before that was switched on (order semantics
 * D51); null when policies that have stood for longer hold it as well, or when nothing tells since
 * when it runs.
 *
 * In Progress since Monday, under a policy that holds since Tuesday: its key. Under one that holds
 * since Sunday, or has always held: null.
 */
export function grandfatheringPolicy(
  order: Order,
  { issueId, gate, policyKey, notBefore }: OrderRefusal,
  now: Instant,
): string | null {
  const issue = order.graph.issues.get(issueId);
  const since = issue?.categorySince ?? null;
  if (issue === undefined || since === null || notBefore !== null) return null;
  if (categoryOf(order.rules, issue.key, issue.status) === 'todo') return null;
  const isOlder = ({ enforcedSince }: OrderPolicy) =>
    enforcedSince === null || since >= enforcedSince;
  const { blockers } = holdOf(order, issueId, gate, now, isOlder);
  return blockers.length === 0 ? policyKey : null;
}
