import type { StatusCategory } from '../../src/core/issue';
import type { Gate } from '../../src/core/order/judge/judgement';
import type { OwnRule, Workflow, WorkflowTransition } from '../../src/core/order/rule/workflow';

const statusOf = (id: string, name: string, category: StatusCategory) => ({
  ...{ ref: `ref-${id}`, id, name, category },
});

export const TO_DO = statusOf('1', 'To Do', 'todo');
export const READY = statusOf('2', 'Ready', 'inProgress');
export const IN_PROGRESS = statusOf('3', 'In Progress', 'inProgress');
export const DONE = statusOf('4', 'Done', 'done');

/** A rule that is on and asks about these gates. */
export const aRule = (gates: readonly Gate[] = ['start', 'finish'], id = 'rule-1'): OwnRule => ({
  ...{ id, isDisabled: false, gates },
});

type Facts = Partial<WorkflowTransition> & Pick<WorkflowTransition, 'id' | 'name'>;

/** To Do -> In Progress without a rule, unless the facts say otherwise. */
export const aTransition = (facts: Facts): WorkflowTransition => ({
  ...{ kind: 'directed', fromRefs: [TO_DO.ref], toRef: IN_PROGRESS.ref },
  ...{ isInPortal: false, rules: [] },
  ...facts,
});

export const START = aTransition({ id: '11', name: 'Start work' });
export const FINISH = aTransition({
  ...{ id: '31', name: 'Done', fromRefs: [IN_PROGRESS.ref], toRef: DONE.ref },
});
export const BACK = aTransition({
  ...{ id: '21', name: 'Back', fromRefs: [IN_PROGRESS.ref], toRef: TO_DO.ref },
});

/** To Do, Ready, In Progress, Done with these transitions. */
export const aWorkflow = (
  transitions: readonly WorkflowTransition[],
  changes: Partial<Workflow> = {},
): Workflow => ({
  ...{ id: 'w-1', name: 'Department workflow', isEditable: true, projectId: null, transitions },
  statuses: [TO_DO, READY, IN_PROGRESS, DONE],
  ...changes,
});
