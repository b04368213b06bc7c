import type { Instant } from '../../time';
import { type OrderIssue, projectKeyOf } from '../graph/order-issue';
import type { Lag } from '../policy/order-policy';
import { categoryOf } from './category-of';
import { closedAs } from './closed-as';
import type { WhyOpen } from './judgement';
import { lagEnd } from './lag-end';
import type { Confirmation } from './order-facts';
import type { Known, Wait } from './waits';

/**
 * Why somebody who waits still has to; null when this blocker holds nobody back at that instant.
 * The order semantics D4, D10, D14, D27 and D38, in that order of questions; a blocker that is done
 * holds on where its hand-over was returned, until it is given again or accepted after all.
 *
 * NET-12 In Progress: `{ kind: 'status' }`. Done Fri 12:00 with a lag of two working days, asked on
 * Monday: `{ kind: 'lag', until: Tue 12:00 }`.
 */
export function whyOpen(known: Known, wait: Wait, now: Instant): WhyOpen | null {
  const issue = known.graph.issues.get(wait.blockerId);
  if (issue === undefined || isUnreadable(known, wait.blockerId)) {
    return { kind: 'unknown', because: 'unreadable' };
  }
  if (categoryOf(known.rules, issue.key, issue.status) === 'done') {
    const as = closedAs(issue, wait.policy.releasing);
    if (as !== null && confirmationOf(known, wait) === null) {
      return { kind: 'notReleasing', closedAs: as };
    }
    return whyAfter(known, wait, issue.categorySince ?? null, now);
  }
  const children = wait.policy.epicDone === 'orAllChildren' ? doneChildren(known, issue) : null;
  if (children !== null) return whyAfter(known, wait, lastOf(children), now);
  if (issue.isArchived === true) return { kind: 'unknown', because: 'archived' };
  return { kind: 'status' };
}

/** A stub that some link of another issue shows proves nothing about it. */
function isUnreadable({ graph, facts }: Known, id: string): boolean {
  return !graph.read.has(id) && facts.unreadable.some(({ blockerId }) => blockerId === id);
}

/** The TAM's word that the cancelled blocker need not be waited for, given since it was closed. */
export function confirmationOf(
  { graph, facts }: Known,
  { edge, blockerId, policy }: Wait,
): Confirmation | null {
  const blocker = graph.issues.get(blockerId);
  const as = blocker === undefined ? null : closedAs(blocker, policy.releasing);
  if (blocker === undefined || as === null) return null;
  const found = facts.confirmations.find(
    (one) =>
      one.successorId === edge.successorId &&
      one.blockerId === blockerId &&
      one.closedAsId === as.id &&
      one.at >= (blocker.categorySince ?? one.at),
  );
  return found ?? null;
}

/** What still holds once it is done: a returned hand-over, then the time after it. */
function whyAfter(known: Known, wait: Wait, doneAt: Instant | null, now: Instant): WhyOpen | null {
  if (known.facts.isReturned(wait.edge)) return { kind: 'returned' };
  const lag = known.facts.lagOf(wait.edge) ?? lagOfPair(known, wait);
  if (lag === null) return null;
  if (doneAt === null) return { kind: 'unknown', because: 'noDoneDate' };
  const department = keyedProject(known, wait.edge.successorId);
  const until = lagEnd(doneAt, lag, known.facts.calendarOf(department));
  return until !== null && now >= until ? null : { kind: 'lag', until };
}

/** By the departments of the two ends of the link, the first entry that fits. */
export function lagOfPair(known: Known, { edge, policy, blockerId }: Wait): Lag | null {
  if (policy.lags.length === 0) return null;
  const from = keyedProject(known, blockerId);
  const to = keyedProject(known, edge.successorId);
  const found = policy.lags.find(
    ({ fromProjectKey, toProjectKey }) =>
      (fromProjectKey ?? from) === from && (toProjectKey ?? to) === to,
  );
  return found?.lag ?? null;
}

function keyedProject({ graph }: Known, issueId: string): string {
  return projectKeyOf(graph.issues.get(issueId)?.key ?? '');
}

/** Its children, if there are some and all are done; else null. */
function doneChildren({ graph, rules }: Known, { id }: OrderIssue): readonly OrderIssue[] | null {
  const ids = graph.childrenOf.get(id) ?? [];
  const children = ids.flatMap((child) => graph.issues.get(child) ?? []);
  const areDone = children.every(({ key, status }) => categoryOf(rules, key, status) === 'done');
  return children.length > 0 && areDone ? children : null;
}

function lastOf(children: readonly OrderIssue[]): Instant | null {
  let last: Instant | null = null;
  for (const { categorySince } of children) {
    if (categorySince == null) return null;
    if (last === null || categorySince > last) last = categorySince;
  }
  return last;
}
