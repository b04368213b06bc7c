import type { Answer } from '../../contract/answer';
import type { EpicChoice } from '../../contract/tam-panel';
import type { Issue } from '../../core/issue';
import { departmentName } from '../../core/project/hidden-items';
import { textSearchJql } from '../../core/project/text-search-jql';
import type { UserEnv } from '../env';
import { done } from '../problem';

const MOST_CHOICES = 20;
const ISSUE_KEY = /^\s*([A-Za-z][A-Za-z0-9_]*-\d+)\s*$/;

/**
 * Issues to link, by key or words, over all departments, as the viewer may browse them; epics
 * first. One read of Jira by key, two by words, and two SQL statements.
 */
export async function searchEpics(
  env: UserEnv,
  text: string,
): Promise<Answer<readonly EpicChoice[]>> {
  const departments = await env.settings.listDepartments();
  const found = await findIssues(
    env,
    text,
    departments.map(({ projectId }) => projectId),
  );
  const choices = [...found]
    .sort((a, b) => b.hierarchyLevel - a.hierarchyLevel)
    .slice(0, MOST_CHOICES);
  const [links, projects] = await Promise.all([
    env.projects.listLinks(choices.map(({ id }) => id)),
    env.projects.listProjects(),
  ]);
  const projectKeys = new Map(projects.map(({ id, key }) => [id, key]));
  const linkedTo = new Map(
    links.map(({ issueId, clientProjectId }) => [
      issueId,
      projectKeys.get(clientProjectId) ?? null,
    ]),
  );
  return done(
    choices.map((issue) => ({
      key: issue.key,
      summary: issue.summary,
      department: departmentName(issue, departments),
      statusName: issue.status.name,
      linkedTo: linkedTo.get(issue.id) ?? null,
    })),
  );
}

async function findIssues(
  env: UserEnv,
  text: string,
  projectIds: readonly string[],
): Promise<readonly Issue[]> {
  const key = ISSUE_KEY.exec(text)?.[1];
  if (key !== undefined) {
    const issue = await env.asUser.findIssue(key.toUpperCase());
    if (issue !== null) return [issue];
  }
  // A JQL that names a project which the speaker may not see is refused like a misspelt one.
  const browsable = await env.asUser.allowedProjects('BROWSE_PROJECTS', projectIds);
  if (projectIds.length > 0 && browsable.length === 0) return [];
  const jql = textSearchJql(text, browsable);
  return jql === null ? [] : env.asUser.searchIssues(jql, 100);
}
