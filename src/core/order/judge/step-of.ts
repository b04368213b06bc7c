import type { Instant } from '../../time';
import { categoryOf } from './category-of';
import { excuseOf, grandfatheringPolicy } from './excuse';
import { holdOf } from './hold';
import { refusalOf, unknownFlags } from './judge-move';
import type { OrderFlag, OrderRefusal } from './judgement';
import type { Order } from './open-order';
import { orderFlags } from './order-flags';
import { usedPass } from './pass';
import type { StepState } from './step-state';

/** Where an issue stands in the order, by the same judge that answers for its transitions. */
export type Step = {
  readonly state: StepState;
  /** What stands against its start now, even where a pass or its age excuses it; null: nothing. */
  readonly refusal: OrderRefusal | null;
  readonly flags: readonly OrderFlag[];
};

/**
 * The state of a step: what the start gate would answer to anybody, for what is to do; `suspect` is
 * work that runs although the gate is closed, unless it was started by a pass or ran before the
 * rule did. What a recomputation finds is the truth, whatever the issue property says (order
 * semantics D30). Null for an issue that was not read.
 *
 * VIRT-7 behind NET-12 (In Progress): `waiting` in To Do, `suspect` in In Progress. Once NET-12 is
 * done: `ready` in To Do.
 */
export function stepOf(order: Order, issueId: string, now: Instant): Step | null {
  const issue = order.graph.issues.get(issueId);
  if (issue === undefined) return null;
  const category = categoryOf(order.rules, issue.key, issue.status);
  const hold = holdOf(order, issueId, 'start', now);
  const flags = [...orderFlags(order, issueId, now), ...unknownFlags(hold)];
  if (category === 'done') return { state: 'done', refusal: null, flags };
  const found = refusalOf(order, issueId, 'start', hold, now);
  // A date says when to start; it says nothing of work that runs.
  const refusal = category === 'inProgress' && hold.blockers.length === 0 ? null : found;
  if (refusal === null) {
    return { state: category === 'todo' ? 'ready' : 'running', refusal, flags };
  }
  if (category === 'todo') {
    const excuse = excuseOf(order, refusal, { mover: { kind: 'unknown' }, now });
    if (excuse === null) return { state: 'waiting', refusal, flags };
    return { state: 'ready', refusal, flags: [...flags, excuse] };
  }
  const blockerIds = refusal.blockers.map(({ id }) => id);
  const excuse = excuseOfRunning(order, refusal, now);
  if (excuse !== null) return { state: 'running', refusal, flags: [...flags, excuse] };
  return {
    state: 'suspect',
    refusal,
    flags: [...flags, { kind: 'startedBeforeDone', blockerIds }],
  };
}

/** Why running work may go on although it could not start now. */
export function excuseOfRunning(
  order: Order,
  refusal: OrderRefusal,
  now: Instant,
): OrderFlag | null {
  const blockerIds = refusal.blockers.map(({ id }) => id);
  // A date holds whatever ran before the rule did.
  const isDateAlone = blockerIds.length === 0;
  const policyKey = isDateAlone
    ? null
    : grandfatheringPolicy(order, { ...refusal, notBefore: null }, now);
  if (policyKey !== null) return { kind: 'grandfathered', policyKey, blockerIds };
  const since = order.graph.issues.get(refusal.issueId)?.categorySince ?? null;
  const pass = usedPass(order.facts.passes, refusal, since);
  return pass === null ? null : { kind: 'byPass', passId: pass.id, blockerIds };
}
