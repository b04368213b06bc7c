import type { Answer } from '../contract/answer';
import type { PanelProject, PanelView } from '../contract/tam-panel';
import type { Issue } from '../core/issue';
import type { ClientProject } from '../core/project/client-project';
import { may, rolesIn } from '../core/project/may';
import type { UserEnv } from './env';
import { type OrderSettings, readOrderSettings } from './order-settings';
import { done, refuse, textsFor } from './problem';
import { type IncidentClocks, readIncidentClocks } from './read-incident-clocks';
import { readProjectEpics } from './read-project-epics';
import { readStart } from './read-start';
import { departmentEpics, hiddenItems, projectHead } from './views';

/**
 * All that the panel of an issue shows. Reads of Jira for an epic of a client project: the issue,
 * its epics as the viewer and as the app, their children, the TAM's name, and for a TAM where he
 * may create issues: six, up to two more for blockers elsewhere, and what the SLA clocks take.
 */
export async function loadPanel(env: UserEnv, issueId: string): Promise<Answer<PanelView>> {
  const [issue, ofEpic, clocks, settings] = await Promise.all([
    env.asUser.findIssue(issueId),
    env.projects.findProjectOfEpic(issueId),
    readIncidentClocks(env, issueId),
    readOrderSettings(env),
  ]);
  if (issue === null) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const project = ofEpic ?? (await projectOfIncident(env, clocks));
  const facts = { now: new Date(env.now()).toISOString(), issueId: issue.id, issueKey: issue.key };
  const sla = clocks?.sla ?? null;
  // An incident may be linked as an epic too, so its targets are offered until it is one.
  const linkTargets = ofEpic === null ? await listLinkTargets(env) : [];
  if (project === null) {
    const mayManage = linkTargets.length > 0;
    return done({ ...facts, mayManage, linkTargets, project: null, sla });
  }
  const mayManage = may('linkEpics', rolesIn(project, env.viewer.accountId));
  const shown = await readPanelProject(env, issue, project, { mayManage, settings });
  return done({ ...facts, mayManage, linkTargets, project: shown, sla });
}

async function projectOfIncident(
  env: UserEnv,
  clocks: IncidentClocks | null,
): Promise<ClientProject | null> {
  return clocks === null ? null : env.projects.findProject(clocks.projectId);
}

/** Client projects that the viewer may link an issue to. */
async function listLinkTargets(env: UserEnv): Promise<PanelView['linkTargets']> {
  const projects = await env.projects.listProjects();
  return projects
    .filter((project) => may('linkEpics', rolesIn(project, env.viewer.accountId)))
    .map(({ id, key, name }) => ({ id, key, name }));
}

async function readPanelProject(
  env: UserEnv,
  issue: Issue,
  project: ClientProject,
  { mayManage, settings }: { readonly mayManage: boolean; readonly settings: OrderSettings },
): Promise<PanelProject> {
  const [{ order, overview }, people, createIn] = await Promise.all([
    readProjectEpics(env, project.id, settings),
    env.asUser.listPeople([project.tamAccountId]),
    mayManage ? listCreatableDepartments(env, settings) : [],
  ]);
  const isEpic = order.seen.some(({ id }) => id === issue.id);
  return {
    ...projectHead(project, people),
    start: isEpic ? await readStart(env, issue, order, settings) : null,
    departments: departmentEpics(env, overview.departments, issue.id),
    hidden: hiddenItems(env, overview.hidden),
    createIn,
  };
}

async function listCreatableDepartments(
  env: UserEnv,
  { departments }: OrderSettings,
): Promise<PanelProject['createIn']> {
  const ids = departments.map(({ projectId }) => projectId);
  const allowed = await env.asUser.allowedProjects('CREATE_ISSUES', ids);
  return departments
    .filter(({ projectId }) => allowed.includes(projectId))
    .map(({ projectId, name }) => ({ projectId, department: name }));
}
