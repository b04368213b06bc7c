import { http } from './http';
import type { RuleType, WorkflowRead, WorkflowRule } from './workflow-types';

export const readWorkflow = (workflowId: string): Promise<WorkflowRead> =>
  http.post<WorkflowRead>('/rest/api/3/workflows', { workflowIds: [workflowId] });

export async function readRuleTypes(workflowId: string): Promise<RuleType[]> {
  const path = `/rest/api/3/workflows/capabilities?workflowId=${workflowId}`;
  return (await http.get<{ forgeRules: RuleType[] }>(path)).forgeRules;
}

type Change = { transitionId: string; validators: (before: WorkflowRule[]) => WorkflowRule[] };

/**
 * What Jira wants back: the whole workflow as it was read, with the validators of one transition
 * changed.
 */
export function updateOf({ statuses, workflows }: WorkflowRead, change: Change): unknown {
  return {
    statuses: statuses.map(({ id, name, statusCategory, statusReference }) => ({
      ...{ id, name, statusCategory, statusReference },
    })),
    workflows: workflows.map(({ id, version, statuses: own, transitions, description }) => ({
      ...{ id, version, description },
      statuses: own.map(({ statusReference, layout, properties }) => ({
        ...{ statusReference, layout, properties },
      })),
      transitions: transitions.map((one) =>
        one.id === change.transitionId
          ? { ...one, validators: change.validators(one.validators) }
          : one,
      ),
    })),
  };
}

/** Reads the workflow, changes the rules of one transition and writes the whole back. */
export async function changeRules(workflowId: string, change: Change): Promise<void> {
  const read = await readWorkflow(workflowId);
  await http.post('/rest/api/3/workflows/update', updateOf(read, change));
}
