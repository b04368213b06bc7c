import type { Issue } from '../issue';
import { findCircle } from '../order/find-circle';
import { gatingBlockerIds, type OrderGraph } from '../order/order-graph';
import { compareKeys } from '../order/sort-by-order';
import { type StepState, stepState } from '../order/step-state';
import type { Department } from './client-project';
import { countHidden, type HiddenCount } from './hidden-items';

/** "May I start?" for one issue and one viewer. Open blockers only. */
export type StartOverview = {
  readonly state: StepState;
  /** Ids of open blockers that he may know, by key. */
  readonly waitsFor: readonly string[];
  readonly hidden: readonly HiddenCount[];
  /** Keys around the circle that the issue is on; null without one, or when he may not know it whole. */
  readonly cycle: readonly string[] | null;
};

/** Answers for a viewer what the judge answers for the rule, naming only what he may know. */
export function startOverview(
  issue: Issue,
  graph: OrderGraph,
  mayKnow: (issueId: string) => boolean,
  departments: readonly Department[],
): StartOverview {
  const gating = gatingBlockerIds(graph, issue.id);
  const keyOf = (id: string) => graph.issues.get(id)?.key ?? id;
  const cycle = findCircle(graph.order, issue.id);
  return {
    state: stepState(issue.status.category, gating.length),
    waitsFor: gating.filter(mayKnow).sort((a, b) => compareKeys(keyOf(a), keyOf(b))),
    hidden: countHidden(gating.filter((id) => !mayKnow(id)).map(keyOf), departments),
    cycle: cycle?.every(mayKnow) ? cycle.map(keyOf) : null,
  };
}
