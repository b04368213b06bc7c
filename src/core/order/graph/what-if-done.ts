import type { Instant } from '../../time';
import { type Order, openOrder } from '../judge/open-order';
import { stepOf } from '../judge/step-of';
import { findCircles } from './circles';
import { sortIdsByKey } from './sort-ids-by-key';

/** What one issue's end would change for others; ids by key. */
export type WhatIfDone = {
  /** To do and waiting now, ready then. */
  readonly ready: readonly string[];
  /** Only time would hold these: a lag, or their date. */
  readonly readyLater: readonly { readonly id: string; readonly at: Instant }[];
  /** Ready now as members of a circle that this would open, waiting then (order semantics D1). */
  readonly waiting: readonly string[];
};

/**
 * What becomes ready if this issue is done now, by the same judge as everything else. Looks only at
 * who waits for it or its parent and at its circle, so it costs as much as these are many.
 *
 * NET-12 and UNIX-3 before VIRT-7, UNIX-3 done: for NET-12, ready [VIRT-7].
 */
export function whatIfDone(order: Order, issueId: string, now: Instant): WhatIfDone {
  const issue = order.graph.issues.get(issueId);
  if (issue === undefined || !order.isLive(issueId)) {
    return { ready: [], readyLater: [], waiting: [] };
  }
  const circle = order.circles().membersWith(issueId);
  const after = withDone(order, issueId, now, circle);
  const ready: string[] = [];
  const readyLater: { id: string; at: Instant }[] = [];
  const waiting: string[] = [];
  // The last of an epic's children may free what waits for the epic.
  const parentId = issue.parentId ?? issueId;
  const touched = new Set([...order.waitersOf(issueId), ...order.waitersOf(parentId), ...circle]);
  touched.delete(issueId);
  for (const id of sortIdsByKey(order.graph, [...touched])) {
    const [before, then] = [stepOf(order, id, now), stepOf(after, id, now)];
    if (before?.state === 'waiting' && then?.state === 'ready') ready.push(id);
    else if (before?.state === 'ready' && then?.state === 'waiting') waiting.push(id);
    else if (then?.state === 'waiting' && before?.refusal?.opensAt == null) {
      const at = then.refusal?.opensAt ?? null;
      if (at !== null) readyLater.push({ id, at });
    }
  }
  return { ready, readyLater, waiting };
}

/** The order as it would be; circles of others stay what they are, so only this one is looked at. */
function withDone(order: Order, issueId: string, now: Instant, circle: readonly string[]): Order {
  const issues = new Map(order.graph.issues);
  const issue = issues.get(issueId);
  if (issue !== undefined) {
    const status = { id: '', name: '', category: 'done' as const };
    issues.set(issueId, { ...issue, status, resolution: null, categorySince: now });
  }
  const after = openOrder({ ...order.graph, issues }, order.rules, order.facts);
  const before = order.circles();
  const members = new Set(circle);
  const left = findCircles(members, after);
  return {
    ...after,
    circles: () => ({
      closes: (id, wait) => (members.has(id) ? left : before).closes(id, wait),
      membersWith: (id) => (members.has(id) ? left : before).membersWith(id),
    }),
  };
}
