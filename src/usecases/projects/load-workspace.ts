import type { Answer } from '../../contract/answer';
import type { WorkspaceView } from '../../contract/tam-workspace';
import { may, rolesIn } from '../../core/project/may';
import type { UserEnv } from '../env';
import { done } from '../problem';
import { countOpenBreaches } from '../report/count-open-breaches';
import { projectHead } from '../views';

/**
 * The client projects that the viewer may see, his own first, then by key. Four SQL statements;
 * two reads of Jira: his permission and the names of the TAMs and his own; a third where incidents
 * are late and open, for those that he may browse.
 */
export async function loadWorkspace(env: UserEnv): Promise<Answer<WorkspaceView>> {
  const [all, epics, readHistories, administersTam, policies] = await Promise.all([
    env.projects.listProjects(),
    env.projects.countEpics(),
    env.sla.listReadHistories(),
    env.asUser.mayAdministerTam(),
    env.settings.listPolicyTexts(),
  ]);
  const { accountId } = env.viewer;
  const seen = all.filter(
    (project) => administersTam || may('seeClientProject', rolesIn(project, accountId)),
  );
  const [breaches, people] = await Promise.all([
    countOpenBreaches(env, seen),
    env.asUser.listPeople([accountId, ...seen.map(({ tamAccountId }) => tamAccountId)]),
  ]);
  const rows = seen.map((project) => ({
    ...projectHead(project, people),
    isMine: may('linkEpics', rolesIn(project, accountId)),
    epics: epics.get(project.id) ?? 0,
    openBreaches: breaches.get(project.id) ?? 0,
    lacksHistory: project.policyKey !== null && !readHistories.has(project.id),
  }));
  return done({
    mayCreate: administersTam,
    me: people.find((person) => person.accountId === accountId) ?? null,
    projects: rows.sort((a, b) => Number(b.isMine) - Number(a.isMine)),
    policies: policies.map(({ key, name }) => ({ key, name })),
  });
}
