import { type Call, Refusal } from './endpoint';
import type { Actor } from './jira-types';
import { mayGlobally, mayInProject } from './permissions';
import type { Site } from './site';
import { must } from './state/state';
import type { Workflow } from './state/workflow-types';

/** Administrators of Jira, and the app where it is assumed that it acts as one. */
export function administersJira({ state, settings }: Site, actor: Actor): boolean {
  if (actor.kind === 'app') return settings.appAdministers;
  return mayGlobally(state, actor, 'ADMINISTER');
}

/** Administrators of a team-managed project have its own workflow; all others are Jira's. */
export function maySeeWorkflow(site: Site, actor: Actor, { projectId }: Workflow): boolean {
  if (administersJira(site, actor)) return true;
  if (projectId === null || actor.kind === 'app') return false;
  return mayInProject(
    site.state,
    actor,
    'ADMINISTER_PROJECTS',
    must(site.state.projects, projectId),
  );
}

/** The workflows that the caller may see; refuses when there is none. */
export function visibleWorkflows({ site, actor }: Call): Workflow[] {
  const seen = [...site.state.workflows.values()].filter((one) => maySeeWorkflow(site, actor, one));
  if (seen.length === 0) throw noWorkflowRight(site);
  return seen;
}

/** Jira's own document answers 401 for a missing permission here, where others have 403. */
export function noWorkflowRight({ settings }: Site): Refusal {
  return new Refusal(settings.noWorkflowRightStatus, {
    errorMessages: ['You do not have permission to perform this operation on workflows.'],
    errors: {},
  });
}
