import { findCircle } from '../order/graph/find-circle';
import type { OrderGraph } from '../order/graph/order-graph';
import { categoryOf } from '../order/judge/category-of';
import { excuseOf } from '../order/judge/excuse';
import { holdOf } from '../order/judge/hold';
import { refusalOf } from '../order/judge/judge-move';
import type { Gate, OpenBlocker, OrderFlag, OrderRefusal } from '../order/judge/judgement';
import { type Step, stepOf } from '../order/judge/step-of';
import type { StepState } from '../order/judge/step-state';
import type { Instant } from '../time';
import type { Department } from './client-project';
import { countHidden, type HiddenCount } from './hidden-items';

/** Issues by what one viewer may know of them: ids of those that he may, the others as counts. */
export type Names = {
  readonly ids: readonly string[];
  readonly hidden: readonly HiddenCount[];
  /** Not even the app can read these. */
  readonly unreadable: number;
};

/** What stands against one gate, for one viewer. */
export type GateOverview = {
  readonly issueId: string;
  readonly gate: Gate;
  /** Blockers that he may know, by key. */
  readonly waitsFor: readonly OpenBlocker[];
  readonly hidden: readonly HiddenCount[];
  readonly unreadable: number;
  readonly progress: { readonly done: number; readonly total: number };
  readonly notBefore: Instant | null;
  readonly opensAt: Instant | null;
  /** Where several policies stand. */
  readonly policyName: string | null;
};

/** "May I start?" for one issue and one viewer. */
export type StartOverview = {
  readonly state: StepState;
  /** What stands against the start, even where a pass or its age excuses it; null: nothing. */
  readonly start: GateOverview | null;
  /** What stands against the end of work that may run; null too while the start is the question. */
  readonly finish: GateOverview | null;
  readonly flags: readonly OrderFlag[];
  /** Keys around the circle that the issue is on, null in place of one that he may not know. */
  readonly cycle: readonly (string | null)[] | null;
};

/** Who looks, and what he may know. */
export type StartViewer = {
  readonly accountId: string;
  readonly mayKnow: (issueId: string) => boolean;
};

const NOT_READ: Step = { state: 'ready', refusal: null, flags: [] };

/**
 * Answers for a viewer what the judge answers for the rule, naming only what he may know: an
 * invisible blocker holds work back all the same (order semantics D4).
 *
 * NET-12 and MON-1 open before VIRT-7, MON-1 hidden: waiting, waitsFor [NET-12], 1 hidden.
 */
export function startOverview(
  issueId: string,
  graph: OrderGraph,
  viewer: StartViewer,
  departments: readonly Department[],
): StartOverview {
  const { order, now } = graph;
  const step = stepOf(order, issueId, now) ?? NOT_READ;
  const show = (refusal: OrderRefusal | null) =>
    refusal === null ? null : gateOverview(refusal, graph, viewer, departments);
  const cycle = findCircle(order, issueId);
  return {
    state: freeFor(step, graph, viewer) ? 'ready' : step.state,
    start: show(step.refusal),
    finish: show(finishRefusal(issueId, graph, step)),
    flags: freeFor(step, graph, viewer) ? [...step.flags, freeFlag(step, viewer)] : step.flags,
    cycle: cycle?.map((id) => (viewer.mayKnow(id) ? keyOf(graph, id) : null)) ?? null,
  };
}

/** What refuses this gate now to everybody, and no pass opens; null: nothing. */
export function openRefusal(
  { order, now }: OrderGraph,
  issueId: string,
  gate: Gate,
): OrderRefusal | null {
  const issue = order.graph.issues.get(issueId);
  if (issue === undefined) return null;
  const category = categoryOf(order.rules, issue.key, issue.status);
  const isPassed = category === 'done' || (gate === 'start' && category === 'inProgress');
  if (isPassed) return null;
  const refusal = refusalOf(order, issueId, gate, holdOf(order, issueId, gate, now), now);
  if (refusal === null) return null;
  return excuseOf(order, refusal, { mover: { kind: 'unknown' }, now }) === null ? refusal : null;
}

/** Splits ids into what a viewer may know by name and what he may only count. */
export function namesOf(
  ids: readonly string[],
  graph: OrderGraph,
  { mayKnow }: Pick<StartViewer, 'mayKnow'>,
  departments: readonly Department[],
  dueOf?: (issueKey: string) => string | null,
): Names {
  const known = ids.filter((id) => graph.issues.has(id));
  const hidden = known.filter((id) => !mayKnow(id)).map((id) => keyOf(graph, id));
  return {
    ids: known.filter(mayKnow),
    hidden: countHidden(hidden, departments, dueOf),
    unreadable: ids.length - known.length,
  };
}

/** When a blocker is expected that is not done yet; what holds for another reason has no date. */
function dueAmong({ blockers }: OrderRefusal, { issues }: OrderGraph) {
  return (issueKey: string): string | null => {
    const found = blockers.find(({ key }) => key === issueKey);
    return found?.why.kind === 'status' ? (issues.get(found.id)?.dueDate ?? null) : null;
  };
}

function gateOverview(
  refusal: OrderRefusal,
  graph: OrderGraph,
  viewer: StartViewer,
  departments: readonly Department[],
): GateOverview {
  const ids = refusal.blockers.map(({ id }) => id);
  const names = namesOf(ids, graph, viewer, departments, dueAmong(refusal, graph));
  const { issueId, gate, progress, notBefore, opensAt } = refusal;
  return {
    ...{ issueId, gate, progress, notBefore, opensAt },
    waitsFor: refusal.blockers.filter(({ id }) => names.ids.includes(id)),
    hidden: names.hidden,
    unreadable: names.unreadable,
    policyName: graph.order.rules.policies.length > 1 ? refusal.policyName : null,
  };
}

/** While the start is refused, how it would end is nobody's question. */
function finishRefusal(
  issueId: string,
  { order, now }: OrderGraph,
  { state, refusal }: Step,
): OrderRefusal | null {
  const isAsked = state === 'running' || state === 'suspect' || refusal === null;
  if (state === 'done' || !isAsked) return null;
  return refusalOf(order, issueId, 'finish', holdOf(order, issueId, 'finish', now), now);
}

/** Is this somebody whom no gate stops (order semantics D18)? */
function freeFor({ state }: Step, { order }: OrderGraph, { accountId }: StartViewer): boolean {
  return state === 'waiting' && order.rules.freeAccountIds.includes(accountId);
}

function freeFlag({ refusal }: Step, { accountId }: StartViewer): OrderFlag {
  const blockerIds = refusal?.blockers.map(({ id }) => id) ?? [];
  return { kind: 'freeAccount', accountId, blockerIds };
}

function keyOf({ issues }: OrderGraph, id: string): string {
  return issues.get(id)?.key ?? id;
}
