import { isBlockLink } from '../graph/block-links';
import type { LinkGraph, OrderEdge } from '../graph/link-graph';
import type { Hardness, OrderPolicy, OrderRules } from '../policy/order-policy';
import { categoryOf } from './category-of';
import { closedAs, isDuplicate } from './closed-as';
import type { OrderFacts } from './order-facts';

/** One issue waits for another by one policy. */
export type Wait = {
  readonly edge: OrderEdge;
  readonly policy: OrderPolicy;
  readonly hardness: Hardness;
  /** Who is waited for: the edge's blocker, or the original of which that is a duplicate. */
  readonly blockerId: string;
  readonly insteadOfId: string | null;
  /** The link stands on the parent, which hands it down (order semantics D13, D15). */
  readonly isInherited: boolean;
};

export type Known = {
  readonly graph: LinkGraph;
  readonly rules: OrderRules;
  readonly facts: OrderFacts;
};

/**
 * What an issue waits for by its own links, one entry for each policy that sees the link.
 *
 * Two policies see the link from NET-12: two entries that wait for NET-12.
 */
export function ownWaits(known: Known, issueId: string): readonly Wait[] {
  const waits: Wait[] = [];
  // Plain loops: this runs for every link of a company.
  for (const edge of edgesInto(known, issueId)) {
    for (const policy of known.rules.policies) {
      const hardness = hardnessOf(known, edge, policy);
      if (hardness === null) continue;
      const blockerId = standIn(known, edge, policy);
      if (blockerId === null) continue;
      const insteadOfId = blockerId === edge.blockerId ? null : edge.blockerId;
      waits.push({ edge, policy, hardness, blockerId, insteadOfId, isInherited: false });
    }
  }
  return waits;
}

/**
 * Who may hand an issue down what it waits for: its parent, where some policy does so for such a
 * child; null for nobody (order semantics D13, D15).
 *
 * VIRT-9 of the epic VIRT-7, by a policy with `fromEpic`: VIRT-7.
 */
export function handingParent(
  { policies }: Pick<OrderRules, 'policies'>,
  {
    parentId,
    isSubtask,
  }: { readonly parentId?: string | null; readonly isSubtask?: boolean | undefined },
): string | null {
  const isHeir = policies.some(({ inherit }) =>
    isSubtask === true ? inherit.toSubtasks : inherit.fromEpic,
  );
  return isHeir ? (parentId ?? null) : null;
}

/**
 * Those waits of the parent that its policies hand down to this child.
 *
 * Its epic waits for NET-12 by a policy with `fromEpic`: one wait for NET-12, `isInherited`.
 */
export function inheritedWaits(
  { graph }: Known,
  issueId: string,
  waitsOfParent: readonly Wait[],
): readonly Wait[] {
  const isSubtask = graph.issues.get(issueId)?.isSubtask === true;
  return waitsOfParent
    .filter(({ policy, blockerId }) => {
      const { toSubtasks, fromEpic } = policy.inherit;
      if (blockerId === issueId || graph.issues.get(blockerId)?.parentId === issueId) return false;
      return isSubtask ? toSubtasks : fromEpic;
    })
    .map((wait) => ({ ...wait, isInherited: true }));
}

function edgesInto({ graph, facts }: Known, issueId: string): readonly OrderEdge[] {
  const seen = graph.into.get(issueId) ?? [];
  if (facts.unreadable.length === 0) return seen;
  const hidden = facts.unreadable.filter(
    ({ successorId, blockerId }) =>
      successorId === issueId && !seen.some((edge) => edge.blockerId === blockerId),
  );
  return hidden.length === 0 ? seen : [...seen, ...hidden.map((one) => ({ ...one, linkId: '' }))];
}

/** The harder one where a policy lists a type twice; null when it does not see this link. */
function hardnessOf({ facts }: Known, edge: OrderEdge, policy: OrderPolicy): Hardness | null {
  let hardness: Hardness | null = null;
  for (const type of policy.linkTypes) {
    if (hardness !== 'hard' && isBlockLink(edge, type.typeId)) hardness = type.hardness;
  }
  return hardness !== null && isInScope(facts, edge, policy) ? hardness : null;
}

function isInScope(facts: OrderFacts, edge: OrderEdge, { scope }: OrderPolicy): boolean {
  if (scope.kind === 'all') return true;
  const others = facts.clientProjectsOf(edge.blockerId);
  return facts
    .clientProjectsOf(edge.successorId)
    .some((id) => others.includes(id) && (scope.ids === null || scope.ids.includes(id)));
}

/**
 * Who must be done in the end: the blocker, or, where that was closed as a duplicate, the issue that
 * it duplicates, an open one first (order semantics D10). Null when that is the successor itself or
 * its parent or child, for which nobody waits.
 */
function standIn(known: Known, edge: OrderEdge, policy: OrderPolicy): string | null {
  const { graph } = known;
  const at =
    policy.followDuplicates && isDone(known, edge.blockerId)
      ? originalOf(known, edge.blockerId, policy)
      : edge.blockerId;
  if (at === edge.blockerId) return at;
  const successor = graph.issues.get(edge.successorId);
  if (at === edge.successorId || successor?.parentId === at) return null;
  return graph.issues.get(at)?.parentId === edge.successorId ? null : at;
}

function originalOf(known: Known, duplicateId: string, policy: OrderPolicy): string {
  const { graph } = known;
  const met = new Set<string>();
  let at = duplicateId;
  while (!met.has(at)) {
    met.add(at);
    const issue = graph.issues.get(at);
    if (issue === undefined || !isDone(known, at)) break;
    const as = closedAs(issue, policy.releasing);
    if (as === null || !isDuplicate(as)) break;
    const originals = (graph.duplicateOf.get(at) ?? []).filter((id) => !met.has(id));
    const next = originals.find((id) => !isDone(known, id)) ?? originals[0];
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function isDone({ graph, rules }: Known, id: string): boolean {
  const issue = graph.issues.get(id);
  return issue !== undefined && categoryOf(rules, issue.key, issue.status) === 'done';
}
