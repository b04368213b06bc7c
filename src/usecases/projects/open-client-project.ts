import type { Answer } from '../../contract/answer';
import type { ClientProjectView } from '../../contract/tam-workspace';
import type { Person } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import { may, rolesIn } from '../../core/project/may';
import { hasRight } from '../check-right';
import type { UserEnv } from '../env';
import { listUnruled } from '../order/coverage/keep-rule-gaps';
import { readOrderSetup } from '../order/read/read-order-site';
import { done, refuse, textsFor } from '../problem';
import { departmentEpics, hiddenItems, projectHead } from '../views';
import { readProjectEpics } from './read-project-epics';

/**
 * One client project with its people and epics, for those who may see it. The others are not told
 * whether it exists.
 */
export async function openClientProject(
  env: UserEnv,
  clientProjectId: string,
): Promise<Answer<ClientProjectView>> {
  const project = await env.projects.findProject(clientProjectId);
  if (project === null || !(await hasRight(env, 'seeClientProject', project))) {
    return refuse('notFound', textsFor(env).noSuchProject);
  }
  const setup = await readOrderSetup(env);
  const [{ overview }, people, mayManage, lacksHistory] = await Promise.all([
    readProjectEpics(env, project.id, setup),
    env.asUser.listPeople([
      project.tamAccountId,
      ...project.deputyAccountIds,
      ...project.viewerAccountIds,
    ]),
    hasRight(env, 'editClientProject', project),
    hasNoHistory(env, project),
  ]);
  return done({
    ...projectHead(project, people),
    version: project.version,
    mayManage,
    whatIf: await whatIfOf(env, project),
    deputies: pick(people, project.deputyAccountIds),
    viewers: pick(people, project.viewerAccountIds),
    policyKey: project.policyKey,
    incidentsJql: project.incidentsJql,
    countsHidden: project.countsHidden,
    lacksHistory,
    departments: departmentEpics(env, overview.departments, null),
    hidden: hiddenItems(env, overview.hidden),
    unruled: mayManage ? await listUnruled(env, overview.departments) : [],
  });
}

/** Whether he has a draft of due dates; one read of KVS, none for whoever may not plan them. */
async function whatIfOf(
  env: UserEnv,
  project: ClientProject,
): Promise<ClientProjectView['whatIf']> {
  const { accountId } = env.viewer;
  if (!may('planDates', rolesIn(project, accountId))) return 'notAllowed';
  const draft = await env.order.findDraft({ clientProjectId: project.id, accountId });
  return draft === null ? 'none' : 'begun';
}

/** Without a contract nothing is judged, so there is nothing to miss. */
async function hasNoHistory(env: UserEnv, project: ClientProject): Promise<boolean> {
  if (project.policyKey === null) return false;
  return !(await env.sla.listReadHistories()).has(project.id);
}

/** Somebody whom Jira has forgotten stays in the list by id: saving the form must not drop him. */
function pick(people: readonly Person[], accountIds: readonly string[]): readonly Person[] {
  return accountIds.map(
    (accountId) =>
      people.find((person) => person.accountId === accountId) ?? {
        accountId,
        name: accountId,
        avatarUrl: null,
      },
  );
}
