import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import type { LinkGraph } from '../../../core/order/graph/link-graph';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';

export type ReadingOn = {
  /** Ids that are still of interest, known or not; [] when enough is known. */
  readonly wanted: (graph: LinkGraph) => readonly string[];
  readonly mostSteps: number;
  readonly mostIssues: number;
};

/**
 * Reads on from what is known, as the app, as long as something is wanted that was not asked for
 * yet. Answers all that is known then. One read of Jira a step.
 */
export async function readOn(
  env: Env,
  read: readonly Issue[],
  rules: OrderRules,
  { wanted, mostSteps, mostIssues }: ReadingOn,
): Promise<readonly Issue[]> {
  let known = read;
  const asked = new Set(read.map(({ id }) => id));
  for (let step = 0; step < mostSteps && known.length < mostIssues; step += 1) {
    const next = wanted(buildLinkGraph(known, rules)).filter((id) => !asked.has(id));
    if (next.length === 0) return known;
    known = [...known, ...(await env.asApp.listIssues(next))];
    for (const id of next) asked.add(id);
  }
  return known;
}

/** Everything behind an issue that the links of what was read lead to, through whatever may pass. */
export function behindOf(
  { outOf }: LinkGraph,
  issueId: string,
  mayPass: (id: string) => boolean = () => true,
): readonly string[] {
  const reached = new Set<string>();
  const queue = [issueId];
  for (const id of queue) {
    for (const { successorId } of outOf.get(id) ?? []) {
      if (reached.has(successorId) || !mayPass(successorId)) continue;
      reached.add(successorId);
      queue.push(successorId);
    }
  }
  return [...reached];
}
