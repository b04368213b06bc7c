import { categoryOf } from './category-of';
import { gateOf } from './judge-move';
import type { Gate, TransitionAsked } from './judgement';
import type { Order } from './open-order';
import { handingParent, type Wait } from './waits';

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

/**
 * The same for the question what stands at a gate, wherever the issue stands; it must be read.
 *
 * VIRT-7 in Done asked for the start gate, NET-12 known by a stub that says Done: NET-12.
 */
export function listUnreadAt(order: Order, issueId: string, gate: Gate): Unread {
  const { graph, rules } = order;
  const issue = graph.issues.get(issueId);
  if (issue === undefined) return { issueIds: [], parentIds: [] };
  const issueIds = new Set<string>();
  const parentIds = new Set<string>();
  const handing = handingParent(rules, issue);
  if (gate === 'start' && handing !== null) issueIds.add(handing);
  const waits = order.waitsOf(issueId).filter(({ policy }) => policy.gates[gate]);
  for (const wait of waits) {
    if (needsItself(order, wait)) issueIds.add(wait.blockerId);
    if (needsChildren(order, wait)) parentIds.add(wait.blockerId);
  }
  for (const id of listForCircle(order, issueId, waits)) issueIds.add(id);
  const isUnread = (id: string) => graph.issues.has(id) && !graph.read.has(id);
  const unreadParent = issue.parentId != null && !graph.read.has(issue.parentId);
  return {
    issueIds: [...issueIds].filter((id) => isUnread(id) || (unreadParent && id === issue.parentId)),
    parentIds: [...parentIds],
  };
}

/** More than Jira reads in one call say nothing that is worth another. */
const MOST_AT_ONCE = 100;

/**
 * The next to read on the way back from an open blocker to the issue, from both ends; none once all
 * before it are known, or all behind it, or where nobody stands on one side.
 */
function listForCircle(order: Order, issueId: string, waits: readonly Wait[]): readonly string[] {
  const { graph, isLive, waitsOf, circles } = order;
  const isHolding = (wait: Wait) =>
    wait.hardness === 'hard' && isLive(wait.blockerId) && !circles().closes(issueId, wait);
  const blockers = waits.filter(isHolding).map(({ blockerId }) => blockerId);
  const before = frontier(order, blockers, (id) =>
    waitsOf(id).flatMap(({ hardness, blockerId }) => (hardness === 'hard' ? [blockerId] : [])),
  );
  const successorsOf = (id: string) =>
    (graph.outOf.get(id) ?? []).map(({ successorId }) => successorId);
  const behind = frontier(order, successorsOf(issueId), successorsOf);
  if (before.length === 0 || behind.length === 0) return [];
  return [...new Set([...before, ...behind])].slice(0, MOST_AT_ONCE);
}

/** Open issues that a walk through those that were read comes to, and that were not. */
function frontier(
  { graph, isLive }: Order,
  from: readonly string[],
  next: (id: string) => readonly string[],
): readonly string[] {
  const met = new Set(from.filter(isLive));
  const unread: string[] = [];
  for (const id of met) {
    if (!graph.read.has(id)) unread.push(id);
    else for (const other of next(id)) if (isLive(other)) met.add(other);
  }
  return unread;
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
