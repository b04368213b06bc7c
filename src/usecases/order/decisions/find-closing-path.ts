import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import { findPath } from '../../../core/order/graph/find-path';
import type { LinkGraph } from '../../../core/order/graph/link-graph';
import { openOrder } from '../../../core/order/judge/open-order';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import { everywhere } from '../read/read-around';
import { behindOf, readOn } from '../read/read-on';

/** More than any real chain of work; a wider neighbourhood is not searched for circles. */
const MOST_ISSUES = 1000;

/**
 * The way from one issue to another along what waits by the hard links of any policy, as ids, ends
 * included; null when there is none. A link by which the first waited for the last would close it to
 * a circle (order semantics D1): through done issues too, which may be opened again. Read as the
 * app: a circle holds everybody up even where it runs through issues that the viewer may not see.
 * One read of Jira a step.
 */
export async function findClosingPath(
  env: Env,
  from: Pick<Issue, 'id'>,
  to: Pick<Issue, 'id'>,
  rules: OrderRules,
): Promise<readonly string[] | null> {
  const reach = everywhere(rules);
  const pathIn = (graph: LinkGraph) => findPath(openOrder(graph, reach).waitersOf, from.id, to.id);
  const start = await env.asApp.listIssues([from.id]);
  const known = await readOn(env, start, rules, {
    wanted: (graph) => (pathIn(graph) === null ? behindOf(graph, from.id) : []),
    mostSteps: MOST_ISSUES,
    mostIssues: MOST_ISSUES,
  });
  return pathIn(buildLinkGraph(known, rules));
}
