import type { Answer } from '../contract/answer';
import type { PanelProject, PanelView } from '../contract/tam-panel';
import type { ClientProject } from '../core/project/client-project';
import { may, rolesIn } from '../core/project/may';
import type { UserEnv } from './env';
import { type OrderSettings, readOrderSettings } from './order-settings';
import { done, refuse, textsFor } from './problem';
import { type IncidentClocks, readIncidentClocks } from './read-incident-clocks';
import { type OrderRead, readOrder } from './read-order';
import { readProjectEpics } from './read-project-epics';
import { hasBlockers, readStart } from './read-start';
import { departmentEpics, hiddenItems, projectHead } from './views';

/**
 * All that the panel of an issue shows. Reads of Jira for an epic of a client project: its epics as
 * the viewer and as the app, their children, the TAM's name, and for a TAM where he may create
 * issues: five, two more for open neighbours elsewhere (three when they close a circle), and what
 * the SLA clocks take. Of an issue that is no epic, the issue itself is read first, as the viewer
 * and as the app.
 */
export async function loadPanel(env: UserEnv, issueId: string): Promise<Answer<PanelView>> {
  const [ofEpic, clocks, settings] = await Promise.all([
    env.projects.findProjectOfEpic(issueId),
    readIncidentClocks(env, issueId),
    readOrderSettings(env),
  ]);
  const project = ofEpic ?? (await projectOfIncident(env, clocks));
  const read = project === null ? null : await readPanelProject(env, issueId, project, settings);
  const isRead = read?.order.seen.some(({ id }) => id === issueId) ?? false;
  const order =
    read !== null && isRead ? read.order : await readOrder(env, [issueId], settings.blockType);
  const issue = order.seen.find(({ id }) => id === issueId);
  if (issue === undefined) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const isOrdered = ofEpic !== null || hasBlockers(issue, order);
  // An incident may be linked as an epic too, so its targets are offered until it is one.
  const linkTargets = ofEpic === null ? await listLinkTargets(env) : [];
  return done({
    now: new Date(env.now()).toISOString(),
    issueId: issue.id,
    issueKey: issue.key,
    mayManage: project === null ? linkTargets.length > 0 : isManager(env, project),
    linkTargets,
    project: read?.shown ?? null,
    start: isOrdered ? await readStart(env, issue, order, settings) : null,
    sla: clocks?.sla ?? null,
  });
}

function isManager(env: UserEnv, project: ClientProject): boolean {
  return may('linkEpics', rolesIn(project, env.viewer.accountId));
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
    .filter((project) => isManager(env, project))
    .map(({ id, key, name }) => ({ id, key, name }));
}

async function readPanelProject(
  env: UserEnv,
  issueId: string,
  project: ClientProject,
  settings: OrderSettings,
): Promise<{ readonly order: OrderRead; readonly shown: PanelProject }> {
  const [{ order, overview }, people, createIn] = await Promise.all([
    readProjectEpics(env, project.id, settings),
    env.asUser.listPeople([project.tamAccountId]),
    isManager(env, project) ? listCreatableDepartments(env, settings) : [],
  ]);
  const shown = {
    ...projectHead(project, people),
    departments: departmentEpics(env, overview.departments, issueId),
    hidden: hiddenItems(env, overview.hidden),
    createIn,
  };
  return { order, shown };
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
