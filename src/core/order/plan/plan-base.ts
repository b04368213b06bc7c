import { sha256 } from '../../sha256';
import type { Instant } from '../../time';
import { sortIdsByKey } from '../graph/sort-ids-by-key';
import { lagOfWait } from '../judge/lags-between';
import type { Order } from '../judge/open-order';
import type { Lag } from '../policy/order-policy';

/** What the dates of one issue depend on. */
export type PlanIssue = {
  readonly id: string;
  readonly key: string;
  /** YYYY-MM-DD. */
  readonly due: string | null;
  readonly isOpen: boolean;
  /** Of a done one; null where Jira does not say. */
  readonly doneAt: Instant | null;
  /** Work of the client project; the rest only stands before or behind it. */
  readonly isLinked: boolean;
  /** Whoever reads it may browse it. */
  readonly isSeen: boolean;
};

/** An open successor by a hard link, and how long it waits when its blocker is done. */
export type PlanEdge = {
  readonly blockerId: string;
  readonly successorId: string;
  readonly lag: Lag | null;
  /** Its ends wait for each other, so it holds nothing back. */
  readonly isOnCircle: boolean;
};

/** The dates of a client project and what they depend on, as they were read once. JSON-safe. */
export type PlanBase = {
  readonly at: Instant;
  /** By key. */
  readonly issues: readonly PlanIssue[];
  readonly edges: readonly PlanEdge[];
};

export type PlanScope = {
  readonly at: Instant;
  readonly isLinked: (issueId: string) => boolean;
  readonly isSeen: (issueId: string) => boolean;
};

/** Everything of an order that due dates depend on, of the issues that were read themselves. */
export function planBase(order: Order, { at, isLinked, isSeen }: PlanScope): PlanBase {
  const { graph } = order;
  const ids = sortIdsByKey(graph, [...graph.read]);
  return {
    at,
    issues: ids.flatMap((id) => {
      const issue = graph.issues.get(id);
      if (issue === undefined) return [];
      const isOpen = order.isLive(id);
      return {
        ...{ id, key: issue.key, due: issue.dueDate ?? null, isOpen },
        doneAt: isOpen ? null : (issue.categorySince ?? null),
        ...{ isLinked: isLinked(id), isSeen: isSeen(id) },
      };
    }),
    edges: ids.filter(order.isLive).flatMap((id) => edgesInto(order, id)),
  };
}

function edgesInto(order: Order, successorId: string): readonly PlanEdge[] {
  const found = new Map<string, PlanEdge>();
  for (const wait of order.waitsOf(successorId)) {
    const { blockerId, hardness } = wait;
    if (hardness === 'soft' || !order.graph.read.has(blockerId)) continue;
    const lag = lagOfWait(order, wait);
    const isOnCircle = order.circles().closes(successorId, wait);
    const name = `${blockerId} ${lagName(lag)}`;
    // Of several links between the same two, one that holds counts.
    if (found.get(name)?.isOnCircle !== false) {
      found.set(name, { blockerId, successorId, lag, isOnCircle });
    }
  }
  return [...found.values()];
}

/** Equal for equal lags. */
export function lagName(lag: Lag | null): string {
  if (lag === null) return '';
  return lag.kind === 'workingDays' ? `${lag.days} d` : `${lag.ms} ms`;
}

/**
 * Eight digits that stand for what the dates depended on; equal for two readings between which
 * nothing of it has changed, whenever they were made.
 */
export function planVersion({ issues, edges }: Pick<PlanBase, 'issues' | 'edges'>): string {
  const lines = [
    ...issues.map(({ id, due, isOpen, doneAt, isLinked, isSeen }) =>
      [id, due, isOpen, doneAt, isLinked, isSeen].join(' '),
    ),
    ...edges.map(
      ({ blockerId, successorId, lag }) => `${blockerId} ${successorId} ${lagName(lag)}`,
    ),
  ];
  return sha256(lines.sort().join('\n')).slice(0, 8);
}
