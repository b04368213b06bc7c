import { type JiraState, must } from '../state/state';
import type { Transition, Workflow } from '../state/workflow-types';

const categories = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

const scopeBody = (projectId: string | null): Record<string, unknown> =>
  projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };

/** A workflow as the workflows API (version 2) shows it; transitions where they are asked for. */
export function workflowBody(
  workflow: Workflow,
  transitions: 'with transitions' | 'without transitions',
): Record<string, unknown> {
  const { id, name, description, isEditable, version, projectId, initial } = workflow;
  return {
    id,
    name,
    description,
    isEditable,
    scope: scopeBody(projectId),
    version: { ...version },
    created: new Date(workflow.created).toISOString(),
    updated: new Date(workflow.updated).toISOString(),
    taskId: null,
    startPointLayout: { x: -100, y: -150 },
    statuses: workflow.statuses.map(({ statusId, layout, properties }) => ({
      statusReference: statusId,
      layout,
      properties,
      deprecated: false,
    })),
    ...(transitions === 'with transitions'
      ? { transitions: [initial, ...workflow.transitions].map((one) => shown(one, initial)) }
      : {}),
  };
}

function shown(transition: Transition, initial: Transition): Record<string, unknown> {
  const { id, name, description, from, to, validators, actions, triggers, properties } = transition;
  return {
    id,
    name,
    description,
    type: transition === initial ? 'INITIAL' : from.length === 0 ? 'GLOBAL' : 'DIRECTED',
    toStatusReference: to,
    links: from.map((fromStatusReference) => ({ fromStatusReference, fromPort: 0, toPort: 1 })),
    validators,
    actions,
    triggers,
    properties,
  };
}

/** The statuses of the workflows, each once. Their reference is their id. */
export function workflowStatusBodies(
  state: JiraState,
  workflows: readonly Workflow[],
): Record<string, unknown>[] {
  const ids = new Set(workflows.flatMap(({ statuses }) => statuses.map((one) => one.statusId)));
  return [...ids].map((id) => {
    const { name, category, projectId = null } = must(state.statuses, id);
    return {
      id,
      name,
      description: '',
      statusReference: id,
      statusCategory: categories[category],
      scope: scopeBody(projectId),
    };
  });
}
