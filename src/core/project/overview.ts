import type { Issue, Person, Status } from '../issue';
import { gatingBlockerIds, type OrderGraph } from '../order/graph/order-graph';
import { compareKeys, sortByOrder } from '../order/graph/sort-by-order';
import { stepOf } from '../order/judge/step-of';
import type { StepState } from '../order/judge/step-state';
import type { Department } from './client-project';
import { countHidden, departmentName, type HiddenCount } from './hidden-items';
import { orderDepartments } from './order-departments';

/** `circle` and `loose`: not done, but it holds nothing back. */
export type BlockerState = 'open' | 'done' | 'circle' | 'loose';

export type EpicOverview = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: Status;
  readonly assignee: Person | null;
  readonly dueDate: string | null;
  readonly overdue: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly state: StepState;
  readonly waitsFor: readonly string[];
  readonly blockers: readonly {
    readonly id: string;
    readonly key: string;
    readonly state: BlockerState;
  }[];
  readonly hiddenWaits: readonly HiddenCount[];
};

export type DepartmentOverview = {
  readonly department: string;
  readonly projectKey: string;
  /** Names of departments whose epics come before epics of this one. */
  readonly after: readonly string[];
  readonly epics: readonly EpicOverview[];
};

export type OverviewFacts = {
  /** Linked epics that the viewer may browse. */
  readonly seen: readonly Issue[];
  /** Keys of linked epics that exist and that he may not browse. */
  readonly unseenKeys: readonly string[];
  /** The order as it is, whoever looks. */
  readonly graph: OrderGraph;
  /** May the viewer know this issue? Asked for blockers, which need not be linked epics. */
  readonly mayKnow: (issueId: string) => boolean;
  /** Children of the epics as the viewer may browse them, by epic id. */
  readonly children: ReadonlyMap<string, { readonly done: number; readonly total: number }>;
  readonly departments: readonly Department[];
  /** The viewer's calendar date, YYYY-MM-DD. */
  readonly today: string;
};

export type Overview = {
  readonly departments: readonly DepartmentOverview[];
  readonly hidden: readonly HiddenCount[];
};

/**
 * A client project's epics for one viewer: by department, departments and epics in working order
 * (whoever must come first stands first), with states by the whole order and counts in place of
 * what he may not see.
 */
export function overviewOf(facts: OverviewFacts): Overview {
  const byId = new Map(facts.seen.map((issue) => [issue.id, issue]));
  const groups = new Map<string, EpicOverview[]>();
  for (const id of sortByOrder(facts.graph, [...byId.keys()])) {
    const issue = byId.get(id);
    if (issue === undefined) continue;
    const group = groups.get(issue.projectKey) ?? [];
    group.push(epicOf(issue, byId, facts));
    groups.set(issue.projectKey, group);
  }
  const projects = new Map(facts.seen.map((issue) => [issue.projectKey, issue]));
  const named = [...groups].map(([projectKey, epics]) => ({
    department: departmentName(
      projects.get(projectKey) ?? { projectKey, projectName: projectKey },
      facts.departments,
    ),
    projectKey,
    epics,
  }));
  return {
    departments: orderDepartments(named),
    hidden: countHidden(facts.unseenKeys, facts.departments),
  };
}

function epicOf(
  issue: Issue,
  shown: ReadonlyMap<string, Issue>,
  { graph, mayKnow, children, departments, today }: OverviewFacts,
): EpicOverview {
  const step = stepOf(graph.order, issue.id, graph.now);
  // By a pass or by its age it need not wait, whatever is open before it.
  const waits = step?.state === 'waiting' || step?.state === 'suspect';
  const gating = waits ? (step.refusal?.blockers ?? []).map(({ id }) => id) : [];
  const keyOf = (id: string) => graph.issues.get(id)?.key ?? id;
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    status: issue.status,
    assignee: issue.assignee,
    dueDate: issue.dueDate,
    overdue: isOverdue(issue, today),
    progress: children.get(issue.id) ?? null,
    state: step?.state ?? 'ready',
    waitsFor: gating.filter((id) => shown.has(id)).map(keyOf),
    blockers: [...(graph.blockersOf.get(issue.id) ?? [])]
      .filter((id) => shown.has(id))
      .map((id) => ({ id, key: keyOf(id), state: blockerState(issue.id, id, graph) }))
      .sort((a, b) => compareKeys(a.key, b.key)),
    hiddenWaits: countHidden(gating.filter((id) => !mayKnow(id)).map(keyOf), departments),
  };
}

/** What became of a link, whether work runs past it or not. */
function blockerState(issueId: string, id: string, graph: OrderGraph): BlockerState {
  const held = gatingBlockerIds(graph, issueId);
  if (held.includes(id)) return 'open';
  if (!graph.order.isLive(id)) return 'done';
  return graph.order.circles().membersWith(issueId).includes(id) ? 'circle' : 'loose';
}

/** Past its due date and not done; the due date itself is still in time. */
export function isOverdue(issue: Issue, today: string): boolean {
  return issue.dueDate !== null && issue.dueDate < today && issue.status.category !== 'done';
}
