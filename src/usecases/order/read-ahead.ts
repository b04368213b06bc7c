import type { Issue } from '../../core/issue';
import { buildLinkGraph } from '../../core/order/build-link-graph';
import { categoryOf } from '../../core/order/category-of';
import type { LinkGraph } from '../../core/order/link-graph';
import type { OrderRules } from '../../core/order/order-policy';
import type { Env } from '../env';

/** Circles longer than this are found by the nightly sweep, which reads everything. */
const MOST_STEPS = 8;
const MOST_ISSUES = 500;

/**
 * Reads on along the open issues that stand behind this one, as the app, until nothing is left or
 * the way leads back: a circle can only close that way (order semantics D1). Answers all that is
 * known then. One read of Jira a step, and none where nothing open stands on both sides.
 */
export async function readAhead(
  env: Env,
  issueId: string,
  read: readonly Issue[],
  rules: OrderRules,
): Promise<readonly Issue[]> {
  let known = read;
  const asked = new Set(read.map(({ id }) => id));
  for (let step = 0; step < MOST_STEPS && known.length < MOST_ISSUES; step += 1) {
    const graph = buildLinkGraph(known, rules);
    if (!isBetween(graph, rules, issueId)) return known;
    const next = aheadOf(graph, rules, issueId).filter((id) => !asked.has(id));
    if (next.length === 0) return known;
    known = [...known, ...(await env.asApp.listIssues(next))];
    for (const id of next) asked.add(id);
  }
  return known;
}

function isBetween(graph: LinkGraph, rules: OrderRules, issueId: string): boolean {
  const before = (graph.into.get(issueId) ?? []).map(({ blockerId }) => blockerId);
  const behind = (graph.outOf.get(issueId) ?? []).map(({ successorId }) => successorId);
  const isOpen = (id: string) => isLive(graph, rules, id);
  return before.some(isOpen) && behind.some(isOpen);
}

/** Every open issue behind this one that can be reached by what was read. */
function aheadOf(graph: LinkGraph, rules: OrderRules, issueId: string): readonly string[] {
  const reached = new Set<string>();
  const queue = [issueId];
  for (const id of queue) {
    for (const { successorId } of graph.outOf.get(id) ?? []) {
      if (reached.has(successorId) || !isLive(graph, rules, successorId)) continue;
      reached.add(successorId);
      queue.push(successorId);
    }
  }
  return [...reached];
}

function isLive({ issues }: LinkGraph, rules: OrderRules, id: string): boolean {
  const issue = issues.get(id);
  return issue !== undefined && categoryOf(rules, issue.key, issue.status) !== 'done';
}
