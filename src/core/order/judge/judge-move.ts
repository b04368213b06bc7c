import type { StatusCategory } from '../../issue';
import type { Instant } from '../../time';
import type { OrderPolicy, OrderRules } from '../policy/order-policy';
import { blockerSet } from './blocker-set';
import { categoryOf } from './category-of';
import { excuseOf } from './excuse';
import { type Hold, holdOf } from './hold';
import type { Gate, Judgement, OrderFlag, OrderRefusal, TransitionAsked } from './judgement';
import type { Order } from './open-order';
import { orderFlags } from './order-flags';

/**
 * Which gate a move passes: into In Progress the start gate, into Done the finish gate, and none
 * when the category stays the same (order semantics D22) or becomes To Do.
 *
 * To Do to Done passes the finish gate, Done to In Progress the start gate, In Progress to In
 * Review none.
 */
export function gateOf(from: StatusCategory, to: StatusCategory): Gate | null {
  if (from === to || to === 'todo') return null;
  return to === 'done' ? 'finish' : 'start';
}

/**
 * May this transition happen? By the issue as it stands in the graph, whoever asks: only accounts on
 * the list, customers in a portal and holders of a pass are let through, and that is flagged. An
 * issue that was not read cannot be judged: `onUncertain` decides.
 *
 * NET-12 (In Progress) blocks VIRT-7 (To Do), asked to start: refused at the start gate, blockers
 * [NET-12], progress 0 of 1. NET-12 Done: allowed.
 */
export function judgeMove(order: Order, asked: TransitionAsked): Judgement {
  const issue = order.graph.issues.get(asked.issueId);
  if (issue === undefined) return judgeUncertain(order.rules, `${asked.issueId} was not read`);
  const from = categoryOf(order.rules, issue.key, issue.status);
  const gate = gateOf(from, categoryOf(order.rules, issue.key, asked.to));
  if (gate === null) return { kind: 'allowed', gate, flags: [] };
  const hold = holdOf(order, issue.id, gate, asked.now);
  const flags = [...orderFlags(order, issue.id, asked.now), ...unknownFlags(hold)];
  if (from === 'inProgress') {
    const blockerIds = holdOf(order, issue.id, 'start', asked.now).blockers.map(({ id }) => id);
    if (blockerIds.length > 0) flags.push({ kind: 'startedBeforeDone', blockerIds });
  }
  const refusal = refusalOf(order, issue.id, gate, hold, asked.now);
  if (refusal === null) return { kind: 'allowed', gate, flags };
  const excuse = excuseOf(order, refusal, asked);
  if (excuse !== null) return { kind: 'allowed', gate, flags: [...flags, excuse] };
  return { kind: 'refused', refusal, flags };
}

/**
 * The answer when nobody can judge: Jira or the store are silent, slow or at their limit (D31).
 *
 * Rules that allow and flag, a read of Jira that took too long: allowed, flagged `uncertain`.
 */
export function judgeUncertain({ onUncertain }: OrderRules, why: string): Judgement {
  if (onUncertain === 'refuse') return { kind: 'uncertain', why };
  return { kind: 'allowed', gate: null, flags: [{ kind: 'uncertain', why }] };
}

/** Blockers in an unknown state that only warn, one flag each. */
export function unknownFlags({ unknownIds }: Hold): readonly OrderFlag[] {
  return unknownIds.map((blockerId) => ({ kind: 'unknownBlocker', blockerId }));
}

/**
 * What stands against a move; null when nothing does.
 *
 * VIRT-7 waits for NET-12 (To Do) and UNIX-3 (Done): a refusal that names NET-12, 1 of 2 done.
 */
export function refusalOf(
  order: Order,
  issueId: string,
  gate: Gate,
  hold: Hold,
  now: Instant,
): OrderRefusal | null {
  const dated = gate === 'start' ? notBeforeOf(order, issueId, now) : null;
  const policy = hold.policy ?? dated?.policy;
  if (policy === undefined) return null;
  const notBefore = dated?.at ?? null;
  const ids = hold.blockers.map(({ id }) => id);
  return {
    issueId,
    gate,
    policyKey: policy.key,
    policyName: policy.name,
    blockers: hold.blockers,
    notBefore,
    opensAt: opensAt(hold, notBefore),
    progress: { done: hold.total - hold.blockers.length, total: hold.total },
    set: blockerSet(issueId, gate, ids, notBefore),
  };
}

function notBeforeOf(
  { facts, rules }: Order,
  issueId: string,
  now: Instant,
): { readonly at: Instant; readonly policy: OrderPolicy } | null {
  const at = facts.notBefore.get(issueId);
  if (at === undefined || now >= at) return null;
  const projects = facts.clientProjectsOf(issueId);
  const policy = rules.policies.find(({ gates, scope }) => {
    if (!gates.start) return false;
    if (scope.kind === 'all') return true;
    return projects.some((id) => scope.ids === null || scope.ids.includes(id));
  });
  return policy === undefined ? null : { at, policy };
}

function opensAt({ blockers }: Hold, notBefore: Instant | null): Instant | null {
  let last = notBefore;
  for (const { why } of blockers) {
    if (why.kind !== 'lag' || why.until === null) return null;
    if (last === null || why.until > last) last = why.until;
  }
  return last;
}
