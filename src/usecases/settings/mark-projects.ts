import { projectsToHear } from '../../core/sla/policy/projects-to-hear';
import { listIncidentPlans } from '../clocks/list-incident-plans';
import type { Env } from '../env';
import type { HeardProject } from '../ports/heard-project';
import { JiraBusyError } from '../ports/jira-busy-error';
import { isRefusal, JiraError } from '../ports/jira-error';

/** A resolver lives 25 s; what is left over the hourly schedule does. */
const WHILE_SOMEBODY_WAITS = 50;

/**
 * Brings the marks of Jira projects up to date: events of a project without one do not reach the
 * app. Whatever Jira refuses is logged and tried again by the hourly schedule; settings name the
 * projects that should be heard and are not. One SQL statement, one read of Jira per hundred
 * projects, one write for each mark that is wrong.
 */
export async function markProjects(env: Env, mostWrites = WHILE_SOMEBODY_WAITS): Promise<void> {
  try {
    // As the app: whoever saves a client project may not administer the Jira projects that it is
    // about, and the mark tells nobody more than that the app listens there.
    const projects = await env.asApp.listHeardProjects();
    const wanted = await projectsWanted(env, projects);
    const wrong = projects.filter(({ id, isHeard }) => isHeard !== wanted.has(id));
    for (const project of wrong.slice(0, mostWrites)) await setRight(env, project);
    if (wrong.length > 0) {
      env.log.info('projects marked', { wrong: wrong.length, heard: wanted.size });
    }
  } catch (error) {
    if (!(error instanceof JiraBusyError) && !(error instanceof JiraError)) throw error;
    env.log.warn('marking cut short', { error: error.message });
  }
}

/** Of these, the projects that the app must hear of: by id. One SQL statement. */
async function projectsWanted(
  env: Env,
  projects: readonly HeardProject[],
): Promise<ReadonlySet<string>> {
  const [plans, departments] = await Promise.all([
    listIncidentPlans(env),
    env.settings.listDepartments(),
  ]);
  return projectsToHear(
    departments.map(({ projectId }) => projectId),
    plans.map(({ jql }) => jql),
    projects,
  );
}

async function setRight(env: Env, { id, isHeard }: HeardProject): Promise<void> {
  try {
    if (isHeard) await env.asApp.unhearProject(id);
    else await env.asApp.hearProject(id);
  } catch (error) {
    // Archived, or closed to the app: one project must not keep the others.
    if (!isRefusal(error)) throw error;
    env.log.warn('project not marked', { projectId: id, status: error.status });
  }
}
