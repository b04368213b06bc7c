import type { Issue } from '../../../core/issue';
import type { LinkGraph } from '../../../core/order/graph/link-graph';
import { categoryOf } from '../../../core/order/judge/category-of';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import { behindOf, readOn } from './read-on';

/** Circles longer than this are found by the nightly sweep, which reads everything. */
const MOST_STEPS = 8;
const MOST_ISSUES = 500;

/**
 * Reads on along the open issues that stand behind this one, as the app, until nothing is left or
 * the way leads back: a circle can only close that way (order semantics D1). Answers all that is
 * known then. One read of Jira a step, and none where nothing open stands on both sides.
 */
export function readAhead(
  env: Env,
  issueId: string,
  read: readonly Issue[],
  rules: OrderRules,
): Promise<readonly Issue[]> {
  return readOn(env, read, rules, {
    wanted: (graph) =>
      isBetween(graph, rules, issueId)
        ? behindOf(graph, issueId, (id) => isLive(graph, rules, id))
        : [],
    mostSteps: MOST_STEPS,
    mostIssues: MOST_ISSUES,
  });
}

function isBetween(graph: LinkGraph, rules: OrderRules, issueId: string): boolean {
  const before = (graph.into.get(issueId) ?? []).map(({ blockerId }) => blockerId);
  const behind = (graph.outOf.get(issueId) ?? []).map(({ successorId }) => successorId);
  const isOpen = (id: string) => isLive(graph, rules, id);
  return before.some(isOpen) && behind.some(isOpen);
}

function isLive({ issues }: LinkGraph, rules: OrderRules, id: string): boolean {
  const issue = issues.get(id);
  return issue !== undefined && categoryOf(rules, issue.key, issue.status) !== 'done';
}
