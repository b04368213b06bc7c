import type { Answer } from '../../contract/answer';
import type { PanelProject, PanelView } from '../../contract/tam-panel';
import type { ClientProjectHead } from '../../contract/views';
import type { Issue } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import { may, rolesIn } from '../../core/project/may';
import { isoOf } from '../../core/time';
import { clocksOfStored } from '../clocks/read-incident-clocks';
import type { UserEnv } from '../env';
import { loadHandOvers } from '../order/hand-over/load-hand-overs';
import { readExternal } from '../order/read/external-blockers';
import { type OrderSetup, readOrderSetup } from '../order/read/read-order-site';
import { peopleIn, readOrderView } from '../order/screens/read-order-view';
import { done, refuse, textsFor } from '../problem';
import { readProjectEpics } from '../projects/read-project-epics';
import { departmentEpics, hiddenItems, projectHead } from '../views';
import { isOrdered, type OrderRead, readOrder } from './read-order';
import { readStart } from './read-start';

/**
 * All that the panel of an issue shows. Reads of Jira for an epic of a client project: its epics as
 * the viewer and as the app, their children, names of people, and for a TAM where he may create
 * issues: five, two more where something stands before them elsewhere, what the SLA clocks take, and
 * one for what it waits for outside this Jira.
 * Of an issue that is no epic, the issue itself is read first, as the viewer and as the app.
 */
export async function loadPanel(env: UserEnv, issueId: string): Promise<Answer<PanelView>> {
  const [stored, setup] = await Promise.all([
    env.incidents.readIssue(issueId),
    readOrderSetup(env),
  ]);
  const { ofEpic } = stored;
  const clocks = await clocksOfStored(env, issueId, stored);
  const ofIncident = stored.projects.find(({ id }) => id === clocks?.projectId) ?? null;
  const project = ofEpic ?? ofIncident;
  const read = project === null ? null : await readPanelProject(env, issueId, project, setup);
  const isRead = read?.order.seen.some(({ id }) => id === issueId) ?? false;
  const about = { issueIds: [issueId], focusId: issueId, passesOf: [issueId] };
  const order = read !== null && isRead ? read.order : await readOrder(env, about, setup);
  const issue = order.seen.find(({ id }) => id === issueId);
  if (issue === undefined) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const hasOrder = ofEpic !== null || isOrdered(issue, order);
  const owner = hasOrder ? await findOwner(env, project, issue) : project;
  // An incident may be linked as an epic too, so its targets are offered until it is one.
  const linkTargets = ofEpic === null ? linkTargetsIn(env, stored.projects) : [];
  const named = hasOrder ? peopleIn({ issue, order }) : [];
  const people = await env.asUser.listPeople([
    ...new Set([...(project === null ? [] : [project.tamAccountId]), ...named]),
  ]);
  const asked = { issue, order, project: owner, setup };
  return done({
    now: isoOf(env.now()),
    issueId: issue.id,
    issueKey: issue.key,
    mayManage: project === null ? linkTargets.length > 0 : isManager(env, project),
    linkTargets,
    project:
      read === null || project === null ? null : { ...projectHead(project, people), ...read.shown },
    start: hasOrder ? readStart(env, issue, order, setup, people) : null,
    order: hasOrder ? await readOrderView(env, asked, people) : null,
    external: await readExternal(env, issue.id),
    sla: clocks?.sla ?? null,
    handOvers: await loadHandOvers(env, issue.id, setup),
  });
}

/** An issue below a linked epic is its TAM's business too. */
async function findOwner(
  env: UserEnv,
  project: ClientProject | null,
  { parentId }: Issue,
): Promise<ClientProject | null> {
  return project ?? (parentId === null ? null : env.projects.findProjectOfEpic(parentId));
}

function isManager(env: UserEnv, project: ClientProject): boolean {
  return may('linkEpics', rolesIn(project, env.viewer.accountId));
}

/** Client projects that the viewer may link an issue to. */
function linkTargetsIn(env: UserEnv, projects: readonly ClientProject[]): PanelView['linkTargets'] {
  return projects
    .filter((project) => isManager(env, project))
    .map(({ id, key, name }) => ({ id, key, name }));
}

async function readPanelProject(
  env: UserEnv,
  issueId: string,
  project: ClientProject,
  setup: OrderSetup,
): Promise<{
  readonly order: OrderRead;
  readonly shown: Omit<PanelProject, keyof ClientProjectHead>;
}> {
  const [{ order, overview }, createIn] = await Promise.all([
    readProjectEpics(env, project.id, setup, issueId),
    isManager(env, project) ? listCreatableDepartments(env, setup) : [],
  ]);
  const shown = {
    departments: departmentEpics(env, overview.departments, issueId),
    hidden: hiddenItems(env, overview.hidden),
    createIn,
  };
  return { order, shown };
}

async function listCreatableDepartments(
  env: UserEnv,
  { departments }: OrderSetup,
): Promise<PanelProject['createIn']> {
  const ids = departments.map(({ projectId }) => projectId);
  const allowed = await env.asUser.allowedProjects('CREATE_ISSUES', ids);
  return departments
    .filter(({ projectId }) => allowed.includes(projectId))
    .map(({ projectId, name }) => ({ projectId, department: name }));
}
