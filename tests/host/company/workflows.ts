import type { JiraState } from '../jira/state/state';
import type { Transition, Workflow } from '../jira/state/workflow-types';
import { forgeRule, newTransition, newWorkflow, setsResolution } from '../jira/state/workflows';
import { resolution, status, teamStatus } from './catalogue';

export const workflowId = {
  department: 'd0000000-0000-4000-8000-000000000001',
  incident: 'd0000000-0000-4000-8000-000000000002',
  development: 'd0000000-0000-4000-8000-000000000003',
  monitoring: 'd0000000-0000-4000-8000-000000000004',
  readOnly: 'd0000000-0000-4000-8000-000000000005',
  design: 'd0000000-0000-4000-8000-000000000006',
} as const;

/** The three statuses that every workflow has. */
type Statuses = { readonly toDo: string; readonly inProgress: string; readonly done: string };

const listed = ({ toDo, inProgress, done }: Statuses): string[] => [toDo, inProgress, done];

const transition = (id: string, name: string, from: string, to: string): Transition =>
  newTransition({ id, name, from: [from], to });

/** Ids of rules are unique over the site: `n` tells the workflows apart. */
const ruleId = (n: number, transitionId: string): string =>
  `e0000000-0000-4000-8000-${`${n}${transitionId}`.padStart(12, '0')}`;

const finish = (n: number, id: string, from: string, to: string): Transition => ({
  ...transition(id, 'Done', from, to),
  actions: [setsResolution(ruleId(n, `${id}0`), resolution.done)],
});

/** To Do -> In Progress -> Done, and back, without the app's rule. */
const common = (n: number, { toDo, inProgress, done }: Statuses = status): Transition[] => [
  transition('11', 'Start work', toDo, inProgress),
  transition('21', 'Back to To Do', inProgress, toDo),
  finish(n, '31', inProgress, done),
  transition('41', 'Reopen', done, toDo),
];

/** The app's rule on one transition, as an administrator attaches it. */
function ruled(workflow: Workflow, n: number, transitionId: string, rule: string): Workflow {
  const target = workflow.transitions.find(({ id }) => id === transitionId);
  target?.validators.push(forgeRule(ruleId(n, transitionId), rule));
  return workflow;
}

/** Serves most departments at once: whoever changes it changes it for all of them. */
const department = (): Workflow =>
  newWorkflow({
    id: workflowId.department,
    name: 'Department workflow',
    statusIds: listed(status),
    transitions: common(1),
  });

/** The same with a status that waits for the client. */
const incident = (): Workflow =>
  newWorkflow({
    id: workflowId.incident,
    name: 'Incident workflow',
    statusIds: [status.toDo, status.inProgress, status.waiting, status.done],
    transitions: [
      ...common(2),
      transition('51', 'Wait for client', status.inProgress, status.waiting),
      transition('61', 'Client answered', status.waiting, status.inProgress),
      finish(2, '71', status.waiting, status.done),
    ],
  });

/** Two ways to start: "Start hotfix" is the one that nobody thought of. */
const development = (): Workflow =>
  newWorkflow({
    id: workflowId.development,
    name: 'Development workflow',
    statusIds: listed(status),
    transitions: [...common(3), transition('12', 'Start hotfix', status.toDo, status.inProgress)],
  });

const plain = (
  n: number,
  facts: Pick<Workflow, 'id' | 'name'> & Partial<Workflow>,
  statuses: Statuses = status,
): Workflow =>
  newWorkflow({ ...facts, statusIds: listed(statuses), transitions: common(n, statuses) });

/**
 * The site's workflows; `rule` is the ARI of the app's rule. It stands on the start of the shared
 * workflows and on one of two starts of Development; Monitoring, the team-managed Design centre and
 * Jira's own read-only workflow have none.
 */
export function addWorkflows(state: JiraState, rule: string, designProjectId: string): void {
  const workflows = [
    ruled(department(), 1, '11', rule),
    ruled(incident(), 2, '11', rule),
    ruled(development(), 3, '11', rule),
    plain(4, { id: workflowId.monitoring, name: 'Monitoring workflow' }),
    plain(5, { id: workflowId.readOnly, name: 'jira', isEditable: false }),
    plain(
      6,
      { id: workflowId.design, name: 'Design centre workflow', projectId: designProjectId },
      teamStatus,
    ),
  ];
  for (const workflow of workflows) state.workflows.set(workflow.id, workflow);
}
