import { categoryOf } from './category-of';
import { gateOf } from './judge-move';
import type { Gate, TransitionAsked } from './judgement';
import type { Order } from './open-order';
import type { Wait } from './waits';

/** What has to be read before a judgement is final; all empty when it is. */
export type Unread = {
  /** Issues with their links: of some of them only a link's stub is known. */
  readonly issueIds: readonly string[];
  /** Issues whose children matter. */
  readonly parentIds: readonly string[];
};

/**
 * What a judgement of this move still lacks. Ask, read, build the graph anew and ask again, as often
 * as the reads allow; what is left unread is judged by what its stub says.
 *
 * VIRT-7 waits for NET-12, of which the stub says Done: NET-12, for its resolution. The stub says To
 * Do, and VIRT-7 blocks BCK-3: both, for the circle that they may be on.
 */
export function listUnread(
  order: Order,
  { issueId, to }: Pick<TransitionAsked, 'issueId' | 'to'>,
): Unread {
  const { graph, rules } = order;
  const issue = graph.issues.get(issueId);
  if (issue === undefined || !graph.read.has(issueId))
    return { issueIds: [issueId], parentIds: [] };
  const gate = gateOf(categoryOf(rules, issue.key, issue.status), categoryOf(rules, issue.key, to));
  return gate === null ? { issueIds: [], parentIds: [] } : listUnreadAt(order, issueId, gate);
}

/** The same for the question what stands at a gate, wherever the issue stands; it must be read. */
export function listUnreadAt(order: Order, issueId: string, gate: Gate): Unread {
  const { graph, rules } = order;
  const issue = graph.issues.get(issueId);
  if (issue === undefined) return { issueIds: [], parentIds: [] };
  const issueIds = new Set<string>();
  const parentIds = new Set<string>();
  const isInheriting = rules.policies.some(({ inherit }) =>
    issue.isSubtask === true ? inherit.toSubtasks : inherit.fromEpic,
  );
  if (gate === 'start' && isInheriting && issue.parentId != null) issueIds.add(issue.parentId);
  const waits = order.waitsOf(issueId).filter(({ policy }) => policy.gates[gate]);
  for (const wait of waits) {
    if (needsItself(order, wait)) issueIds.add(wait.blockerId);
    if (needsChildren(order, wait)) parentIds.add(wait.blockerId);
  }
  const live = waits.filter((wait) => wait.hardness === 'hard' && order.isLive(wait.blockerId));
  const behind = (graph.outOf.get(issueId) ?? []).map(({ successorId }) => successorId);
  if (live.length > 0) for (const id of behind) if (order.isLive(id)) issueIds.add(id);
  const isUnread = (id: string) => graph.issues.has(id) && !graph.read.has(id);
  const unreadParent = issue.parentId != null && !graph.read.has(issue.parentId);
  return {
    issueIds: [...issueIds].filter((id) => isUnread(id) || (unreadParent && id === issue.parentId)),
    parentIds: [...parentIds],
  };
}

/** A done one for its resolution and date, an open one for the circle that it may be on. */
function needsItself({ graph, isLive }: Order, { blockerId, hardness }: Wait): boolean {
  const blocker = graph.issues.get(blockerId);
  if (blocker === undefined) return false;
  if (!isLive(blockerId)) return blocker.resolution === undefined;
  return hardness === 'hard';
}

function needsChildren({ graph, isLive }: Order, { blockerId, policy }: Wait): boolean {
  if (policy.epicDone !== 'orAllChildren' || !isLive(blockerId)) return false;
  return !graph.childrenOf.has(blockerId);
}
