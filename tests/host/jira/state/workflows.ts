import { type JiraState, must } from './state';
import type { Issue, Project } from './types';
import type { Transition, Workflow, WorkflowRule, WorkflowStatus } from './workflow-types';

/** The rule key of a validator that a Forge app brings. */
export const FORGE_VALIDATOR = 'forge:expression-validator';

type TransitionFacts = Pick<Transition, 'id' | 'name' | 'from' | 'to'> & Partial<Transition>;

/** A transition with no rules but those given. */
export function newTransition(facts: TransitionFacts): Transition {
  return { description: '', validators: [], actions: [], triggers: [], properties: {}, ...facts };
}

type WorkflowFacts = Pick<Workflow, 'id' | 'name' | 'transitions'> & {
  /** The first one is where issues are created. */
  statusIds: readonly string[];
} & Partial<Workflow>;

/** A company-managed workflow that may be edited, unless the facts say otherwise. */
export function newWorkflow({ statusIds, ...facts }: WorkflowFacts): Workflow {
  return {
    description: '',
    projectId: null,
    isEditable: true,
    version: { id: facts.id.replace(/^.{8}/, '00000000'), versionNumber: 1 },
    created: 0,
    updated: 0,
    initial: newTransition({ id: '1', name: 'Create', from: [], to: statusIds[0] ?? '' }),
    statuses: statusIds.map(
      (statusId, i): WorkflowStatus => ({ statusId, layout: { x: 200 * i, y: 0 }, properties: {} }),
    ),
    ...facts,
  };
}

/** The post function that sets the resolution. */
export function setsResolution(id: string, resolutionId: string): WorkflowRule {
  const parameters = { field: 'resolution', value: resolutionId, mode: 'replace' };
  return { id, ruleKey: 'system:update-field', parameters };
}

/** A rule of a Forge app as the workflows API keeps it. */
export function forgeRule(id: string, extension: string, config = ''): WorkflowRule {
  const parameters = { key: extension, config, id, disabled: 'false', tag: '' };
  return { id, ruleKey: FORGE_VALIDATOR, parameters };
}

/** Which workflow issues of a type follow in a project. */
export function workflowFor(state: JiraState, project: Project, typeId: string): Workflow {
  return must(state.workflows, project.workflowByType.get(typeId) ?? project.workflowId);
}

export function workflowOfIssue(state: JiraState, issue: Issue): Workflow {
  return workflowFor(state, must(state.projects, issue.projectId), issue.typeId);
}

/** The issue types of the project that follow the workflow. */
export function typesUsing(project: Project, workflowId: string): string[] {
  const { issueTypeIds, workflowByType } = project;
  return issueTypeIds.filter(
    (typeId) => (workflowByType.get(typeId) ?? project.workflowId) === workflowId,
  );
}

/** The projects in which at least one issue type follows the workflow. */
export function projectsUsing(state: JiraState, workflowId: string): Project[] {
  return [...state.projects.values()].filter(
    (project) => typesUsing(project, workflowId).length > 0,
  );
}
