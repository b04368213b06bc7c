import type { Answer } from '../../contract/answer';
import type { CreateEpicRequest } from '../../contract/tam-panel';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { findProjectOfIssue } from '../find-project-of-issue';
import type { IssueType } from '../ports/jira-port';
import { refuse, textsFor } from '../problem';
import { storeEpic } from './link-epic';

/**
 * Creates an epic in a department, with the TAM's own rights there, and links it into the client
 * project that the panel of `panelIssueId` shows.
 */
export async function createEpic(
  env: UserEnv,
  panelIssueId: string,
  { projectId, summary, dueDate }: CreateEpicRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const project = await findProjectOfIssue(env, panelIssueId);
  if (project === null) return refuse('notFound', texts.notLinkedIssue);
  const problem = await checkRight(env, 'linkEpics', project);
  if (problem !== null) return { ok: false, problem };
  const departments = await env.settings.listDepartments();
  const department = departments.find((one) => one.projectId === projectId);
  if (department === undefined) return refuse('invalid', texts.notADepartment);
  const type = epicType(await env.asUser.listIssueTypes(projectId));
  if (type === null) return refuse('notAllowed', texts.noIssueType(department.name));
  const created = await env.asUser.createIssue({
    projectId,
    issueTypeId: type.id,
    summary,
    dueDate,
  });
  try {
    return await storeEpic(env, project, created);
  } catch (error) {
    // "Try again" would make a second issue.
    env.log.warn('created, not linked', { issue: created.key, why: nameOf(error) });
    return refuse('unavailable', texts.createdNotLinked(created.key));
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Epics stand on level 1; a project without them gets the plainest type that can have children. */
function epicType(types: readonly IssueType[]): IssueType | null {
  const epic = types.find(({ hierarchyLevel }) => hierarchyLevel === 1);
  return epic ?? types.find(({ isSubtask }) => !isSubtask) ?? null;
}
