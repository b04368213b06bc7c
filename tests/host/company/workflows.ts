import type { JiraState } from '../jira/state/state';
import type { Transition, TransitionRule, Workflow } from '../jira/state/types';
import { resolution, status } from './catalogue';

/** The app's rule, as an administrator attaches it to a transition. */
const blockingOrder: TransitionRule = {
  ruleKey: 'forge:expression-validator',
  moduleKey: 'blocking-order',
};

const transition = (id: string, name: string, from: string, to: string): Transition => ({
  id,
  name,
  from: [from],
  to,
  rules: [],
});

const start: Transition = {
  ...transition('11', 'Start work', status.toDo, status.inProgress),
  rules: [blockingOrder],
};

const common: readonly Transition[] = [
  start,
  transition('21', 'Back to To Do', status.inProgress, status.toDo),
  transition('31', 'Done', status.inProgress, status.done),
  transition('41', 'Reopen', status.done, status.toDo),
];

/** To Do -> In Progress -> Done, and back. The rule stands on the start. */
export const departmentWorkflow: Workflow = {
  id: 'department',
  name: 'Department workflow',
  initialStatusId: status.toDo,
  statusIds: [status.toDo, status.inProgress, status.done],
  transitions: [...common],
  resolutionOnDone: resolution.done,
};

/** The same with a status that waits for the client. */
export const incidentWorkflow: Workflow = {
  id: 'incident',
  name: 'Incident workflow',
  initialStatusId: status.toDo,
  statusIds: [status.toDo, status.inProgress, status.waiting, status.done],
  transitions: [
    ...common,
    transition('51', 'Wait for client', status.inProgress, status.waiting),
    transition('61', 'Client answered', status.waiting, status.inProgress),
    transition('71', 'Done', status.waiting, status.done),
  ],
  resolutionOnDone: resolution.done,
};

export function addWorkflows(state: JiraState): void {
  for (const workflow of [departmentWorkflow, incidentWorkflow]) {
    state.workflows.set(workflow.id, workflow);
  }
}
