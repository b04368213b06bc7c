import type { Instant } from '../../time';
import { categoryOf } from './category-of';
import { excuseOf } from './excuse';
import { holdOf } from './hold';
import { refusalOf, unknownFlags } from './judge-move';
import type { Gate, Mover, OrderFlag, OrderRefusal } from './judgement';
import { type Order, openOrder } from './open-order';
import { orderFlags } from './order-flags';
import { excuseOfRunning } from './step-of';

/**
 * What made the guard look: a move that no rule has judged, a new link, a blocker that was opened
 * again, or nothing in particular (a sweep).
 */
export type GuardCause = 'moved' | 'linked' | 'blockerReopened' | 'sweep';

export type GuardAsked = {
  readonly issueId: string;
  readonly cause: GuardCause;
  /** Who made the move, where the event says so. */
  readonly mover: Mover;
  readonly now: Instant;
};

export type GuardAnswer =
  /** Legal, or excused: `byPass` of a pass that is not used yet has to be used up by the caller. */
  | { readonly kind: 'fine'; readonly flags: readonly OrderFlag[] }
  | {
      readonly kind: 'flag' | 'moveBack';
      readonly refusal: OrderRefusal;
      readonly flags: readonly OrderFlag[];
    };

/**
 * Judges after the fact what stands in In Progress or Done (order semantics D8, D19, D20, D24, D51).
 * A move past the rule is moved back or flagged by policy; work under which the order changed is
 * only flagged, unless the policy is strict and the change is a new link.
 *
 * Automation starts VIRT-7 while NET-12 is open: `flag`, or `moveBack` where the guard of the
 * policy says so. NET-12 is linked to it while it runs: `flag`.
 */
export function judgeRunning(order: Order, asked: GuardAsked): GuardAnswer {
  const { issueId, now } = asked;
  const issue = order.graph.issues.get(issueId);
  if (issue === undefined) return { kind: 'fine', flags: [] };
  const category = categoryOf(order.rules, issue.key, issue.status);
  if (category === 'todo') return { kind: 'fine', flags: orderFlags(order, issueId, now) };
  const gate: Gate = category === 'done' ? 'finish' : 'start';
  const hold = holdOf(gate === 'finish' ? unended(order, issueId) : order, issueId, gate, now);
  const flags = [...orderFlags(order, issueId, now), ...unknownFlags(hold)];
  const refusal = refusalOf(order, issueId, gate, hold, now);
  // A date alone: nobody looks back at a start that was too early once the move has been made.
  if (refusal === null || (refusal.blockers.length === 0 && asked.cause !== 'moved')) {
    return { kind: 'fine', flags };
  }
  const blockerIds = refusal.blockers.map(({ id }) => id);
  const excuse = excuseOfRunning(order, refusal, now) ?? excuseOf(order, refusal, asked);
  if (excuse !== null) return { kind: 'fine', flags: [...flags, excuse] };
  const started: OrderFlag = { kind: 'startedBeforeDone', blockerIds };
  return { kind: actionOf(order, refusal, asked.cause), refusal, flags: [...flags, started] };
}

/** As it was before it ended: on a circle nobody holds it, and its end has broken that open. */
function unended({ graph, rules, facts }: Order, issueId: string): Order {
  const issue = graph.issues.get(issueId);
  if (issue === undefined) return openOrder(graph, rules, facts);
  const status = { id: '', name: '', category: 'inProgress' } as const;
  const issues = new Map(graph.issues).set(issueId, { ...issue, status });
  return openOrder({ ...graph, issues }, rules, facts);
}

function actionOf(
  { rules }: Order,
  { policyKey }: OrderRefusal,
  cause: GuardCause,
): 'flag' | 'moveBack' {
  const policy = rules.policies.find(({ key }) => key === policyKey);
  if (cause === 'moved') return policy?.guard ?? 'flag';
  return cause === 'linked' && policy?.strict === true ? 'moveBack' : 'flag';
}
