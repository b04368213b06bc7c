import type { ReportChoice } from '../../contract/sla-report';
import { may, rolesIn } from '../../core/project/may';
import type { UserEnv } from '../env';

/** The client projects that this person may report on, by key. One SQL statement, one read of Jira. */
export async function listReportChoices(env: UserEnv): Promise<readonly ReportChoice[]> {
  const projects = await env.projects.listProjects();
  const seesAll = await env.asUser.mayAdministerTam();
  return projects
    .filter((project) => may('seeClientProject', rolesIn(project, env.viewer.accountId)) || seesAll)
    .map(({ id, key, name }) => ({ id, key, name }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
