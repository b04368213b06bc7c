import type { Instant } from '../../time';
import { findCircle } from '../graph/find-circle';
import type { OrderFlag } from './judgement';
import type { Order } from './open-order';
import { confirmationOf, whyOpen } from './why-open';

/**
 * What somebody should know of an issue's place in the order whatever is decided about it: its
 * circle, links that order nothing, open blockers that only warn, cancelled ones that were
 * confirmed, and links that came with a copy (order semantics D1, D2, D10, D25, D37).
 *
 * A and B block each other: `cycle` with the path [A, B, A], at either of them.
 */
export function orderFlags(order: Order, issueId: string, now: Instant): readonly OrderFlag[] {
  const circle = findCircle(order, issueId);
  return [
    ...(circle === null ? [] : [{ kind: 'cycle' as const, path: circle }]),
    ...(order.graph.family.get(issueId) ?? []).map((otherId) => ({
      ...{ kind: 'familyLink' as const, otherId },
    })),
    ...softFlags(order, issueId, now),
    ...confirmedFlags(order, issueId),
    ...suspectFlags(order, issueId),
  ];
}

function softFlags(order: Order, issueId: string, now: Instant): readonly OrderFlag[] {
  const waits = order.waitsOf(issueId);
  const hard = new Set(
    waits.filter(({ hardness }) => hardness === 'hard').map(({ blockerId }) => blockerId),
  );
  const blockerIds = waits
    .filter(({ blockerId, hardness }) => hardness === 'soft' && !hard.has(blockerId))
    .filter((wait) => whyOpen(order, wait, now) !== null)
    .map(({ blockerId }) => blockerId);
  return blockerIds.length === 0 ? [] : [{ kind: 'soft', blockerIds: unique(blockerIds) }];
}

function confirmedFlags(order: Order, issueId: string): readonly OrderFlag[] {
  const flags = new Map<string, OrderFlag>();
  for (const wait of order.waitsOf(issueId)) {
    const confirmation = confirmationOf(order, wait);
    const blocker = order.graph.issues.get(wait.blockerId);
    if (confirmation === null || blocker === undefined || order.isLive(blocker.id)) continue;
    flags.set(wait.blockerId, {
      kind: 'releasedByCancellation',
      blockerId: wait.blockerId,
      closedAs: blocker.resolution ?? { id: blocker.status.id, name: blocker.status.name },
      confirmedBy: confirmation.by,
    });
  }
  return [...flags.values()];
}

/**
 * A link is suspect when one of its ends is a copy and the original has the same link, until
 * somebody says that it belongs there.
 */
function suspectFlags({ graph, facts }: Order, issueId: string): readonly OrderFlag[] {
  const isEdge = (blockerId: string, successorId: string): boolean =>
    graph.into.get(successorId)?.some((edge) => edge.blockerId === blockerId) ?? false;
  return (graph.into.get(issueId) ?? []).flatMap((edge): readonly OrderFlag[] => {
    if (facts.isKept(edge)) return [];
    const { blockerId } = edge;
    const original = graph.cloneOf.get(issueId)?.find((id) => isEdge(blockerId, id));
    const other = graph.cloneOf.get(blockerId)?.find((id) => isEdge(id, issueId));
    const copiedFromId = original ?? other;
    return copiedFromId === undefined ? [] : [{ kind: 'suspectLink', blockerId, copiedFromId }];
  });
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
