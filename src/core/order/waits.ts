import { isBlockLink } from './block-links';
import { categoryOf } from './category-of';
import { closedAs, isDuplicate } from './closed-as';
import type { LinkGraph, OrderEdge } from './link-graph';
import type { OrderFacts } from './order-facts';
import type { Hardness, OrderPolicy, OrderRules } from './order-policy';

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

/** What an issue waits for by its own links, one entry for each policy that sees the link. */
export function ownWaits(known: Known, issueId: string): readonly Wait[] {
  return edgesInto(known, issueId).flatMap((edge) =>
    known.rules.policies.flatMap((policy) => {
      const hardness = hardnessOf(known, edge, policy);
      if (hardness === null) return [];
      const blockerId = standIn(known, edge, policy);
      if (blockerId === null) return [];
      const insteadOfId = blockerId === edge.blockerId ? null : edge.blockerId;
      return [{ edge, policy, hardness, blockerId, insteadOfId, isInherited: false }];
    }),
  );
}

/** Those waits of the parent that its policies hand down to this child. */
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
  const hidden = facts.unreadable.filter(
    ({ successorId, blockerId }) =>
      successorId === issueId && !seen.some((edge) => edge.blockerId === blockerId),
  );
  return hidden.length === 0 ? seen : [...seen, ...hidden.map((one) => ({ ...one, linkId: '' }))];
}

/** The harder one where a policy lists a type twice; null when it does not see this link. */
function hardnessOf({ facts }: Known, edge: OrderEdge, policy: OrderPolicy): Hardness | null {
  const types = policy.linkTypes.filter(({ typeId }) => isBlockLink(edge, typeId));
  if (types.length === 0 || !isInScope(facts, edge, policy)) return null;
  return types.some(({ hardness }) => hardness === 'hard') ? 'hard' : 'soft';
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
  const { graph, rules } = known;
  const isDone = (id: string): boolean => {
    const issue = graph.issues.get(id);
    return issue !== undefined && categoryOf(rules, issue.key, issue.status) === 'done';
  };
  const met = new Set<string>();
  let at = edge.blockerId;
  while (policy.followDuplicates && !met.has(at)) {
    met.add(at);
    const issue = graph.issues.get(at);
    if (issue === undefined || !isDone(at)) break;
    const as = closedAs(issue, policy.releasing);
    if (as === null || !isDuplicate(as)) break;
    const originals = (graph.duplicateOf.get(at) ?? []).filter((id) => !met.has(id));
    const next = originals.find((id) => !isDone(id)) ?? originals[0];
    if (next === undefined) break;
    at = next;
  }
  const successor = graph.issues.get(edge.successorId);
  if (at === edge.successorId || successor?.parentId === at) return null;
  return graph.issues.get(at)?.parentId === edge.successorId ? null : at;
}
