import type { Instant } from '../../time';
import { compareKeys } from '../graph/sort-by-order';
import type { OrderPolicy } from '../policy/order-policy';
import { categoryOf } from './category-of';
import type { Gate, OpenBlocker } from './judgement';
import type { Order } from './open-order';
import { isUsedFor } from './pass';
import { type Strictness, stricterThan } from './strictness';
import type { Wait } from './waits';
import { whyOpen } from './why-open';

/** What holds one issue back at one gate. */
export type Hold = {
  /** By key, those without one last. */
  readonly blockers: readonly OpenBlocker[];
  /** Blockers that gate, the done ones too; members of a circle with the issue gate nothing. */
  readonly total: number;
  /** Nobody knows their state, and by policy that only warns (order semantics D4). */
  readonly unknownIds: readonly string[];
  /** The strictest policy of all that hold; null when none does. */
  readonly policy: OrderPolicy | null;
};

type Held = { readonly blocker: OpenBlocker; readonly strictness: Strictness };

/**
 * Everything that an issue still waits for. Each blocker is judged by every policy that sees the
 * link, and the strictest answer counts (order semantics D52): one blocker, one entry. Policies
 * that do not count are passed over.
 *
 * NET-12 done and UNIX-3 in progress before VIRT-7: blockers [UNIX-3], total 2.
 */
export function holdOf(
  order: Order,
  issueId: string,
  gate: Gate,
  now: Instant,
  counts: (policy: OrderPolicy) => boolean = () => true,
): Hold {
  const held = new Map<string, Held>();
  const counted = new Set<string>();
  const unknown = new Set<string>();
  for (const wait of gatingWaits(order, issueId, gate)) {
    if (!counts(wait.policy)) continue;
    const why = whyOpen(order, wait, now);
    if (why?.kind === 'unknown' && wait.policy.onUnknown === 'warn') {
      unknown.add(wait.blockerId);
      continue;
    }
    counted.add(wait.blockerId);
    if (why === null) continue;
    const strictness = { why, policy: wait.policy };
    const before = held.get(wait.blockerId);
    if (before === undefined || stricterThan(strictness, before.strictness)) {
      held.set(wait.blockerId, { blocker: openBlocker(order, wait, why), strictness });
    }
  }
  const strictest = [...held.values()]
    .map(({ strictness }) => strictness)
    .reduce<Strictness | null>(
      (best, each) => (best === null || stricterThan(each, best) ? each : best),
      null,
    );
  return {
    blockers: [...held.values()].map(({ blocker }) => blocker).sort(byKey),
    total: counted.size,
    unknownIds: [...unknown].filter((id) => !held.has(id)).sort(),
    policy: strictest?.policy ?? null,
  };
}

/**
 * Hard waits of policies with this gate, without circles and what a pass of the parent lets
 * through.
 */
function gatingWaits(order: Order, issueId: string, gate: Gate): readonly Wait[] {
  return order.waitsOf(issueId).filter((wait) => {
    const { policy, hardness, isInherited } = wait;
    if (hardness === 'soft' || !policy.gates[gate]) return false;
    // A parent's blockers are no business of how its children end.
    if (isInherited && (gate === 'finish' || isParentPassed(order, wait))) return false;
    return !order.circles().closes(issueId, wait);
  });
}

/** A parent that runs by a pass hands the blockers of that pass down no more. */
function isParentPassed({ graph, rules, facts }: Order, { edge, blockerId }: Wait): boolean {
  const parent = graph.issues.get(edge.successorId);
  if (parent === undefined || categoryOf(rules, parent.key, parent.status) === 'todo') return false;
  return facts.passes.some(
    (pass) =>
      pass.issueId === parent.id &&
      pass.gate === 'start' &&
      isUsedFor(pass, parent.categorySince ?? null) &&
      pass.tokens.includes(blockerId),
  );
}

function openBlocker({ graph }: Order, wait: Wait, why: OpenBlocker['why']): OpenBlocker {
  const issue = graph.issues.get(wait.blockerId);
  return {
    id: wait.blockerId,
    key: issue?.key ?? null,
    status: issue?.status ?? null,
    why,
    policyKey: wait.policy.key,
    heldById: wait.edge.successorId,
    insteadOfId: wait.insteadOfId,
  };
}

function byKey(a: OpenBlocker, b: OpenBlocker): number {
  if (a.key === null || b.key === null) {
    if (a.key === b.key) return a.id < b.id ? -1 : 1;
    return a.key === null ? 1 : -1;
  }
  return compareKeys(a.key, b.key);
}
