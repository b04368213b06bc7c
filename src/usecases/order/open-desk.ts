import type { Answer } from '../../contract/answer';
import type { Issue } from '../../core/issue';
import type { ClientProject, Department } from '../../core/project/client-project';
import { type Act, may, type Role, rolesOn } from '../../core/project/may';
import type { UserEnv } from '../env';
import { findProjectOfIssue } from '../find-project-of-issue';
import { done, refuse, textsFor } from '../problem';
import { type OrderSetup, readOrderSetup } from './read-order-site';

/** The issue of a panel, for somebody who wants to decide about its order. */
export type OrderDesk = {
  /** As the viewer may browse it. */
  readonly issue: Issue;
  /** That it is an epic or an incident of, or its parent is an epic of. */
  readonly project: ClientProject | null;
  readonly department: Department | null;
  /** What the viewer is here. */
  readonly roles: readonly Role[];
  readonly setup: OrderSetup;
};

/**
 * The issue with whoever answers for it; a refusal where the viewer may not browse it. One read of
 * Jira, one SQL statement for an epic.
 */
export async function openDesk(env: UserEnv, issueId: string): Promise<Answer<OrderDesk>> {
  const [issue, setup] = await Promise.all([env.asUser.findIssue(issueId), readOrderSetup(env)]);
  if (issue === null) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const project = await findOwner(env, issue);
  const department = departmentOf(issue, setup);
  const roles = rolesOn(project, department, env.viewer.accountId);
  return done({ issue, project, department, roles, setup });
}

/** The same for whoever may do this; the others are told who may. */
export async function openDeskFor(
  env: UserEnv,
  issueId: string,
  act: Act,
): Promise<Answer<OrderDesk>> {
  const desk = await openDesk(env, issueId);
  if (!desk.ok || may(act, desk.value.roles)) return desk;
  return refuse('notAllowed', textsFor(env).notAllowed[act]);
}

/** The department that an issue belongs to; null where its project is none. */
export function departmentOf(
  { projectId }: Pick<Issue, 'projectId'>,
  { departments }: Pick<OrderSetup, 'departments'>,
): Department | null {
  return departments.find((department) => department.projectId === projectId) ?? null;
}

async function findOwner(env: UserEnv, { id, parentId }: Issue): Promise<ClientProject | null> {
  const ofParent = parentId === null ? null : await env.projects.findProjectOfEpic(parentId);
  return ofParent ?? findProjectOfIssue(env, id);
}
