import type { Answer } from '../../../contract/answer';
import type { Issue } from '../../../core/issue';
import type { ClientProject } from '../../../core/project/client-project';
import { type Act, may, type Role, rolesOn } from '../../../core/project/may';
import type { UserEnv } from '../../env';
import { findProjectOfIssue } from '../../find-project-of-issue';
import { done, refuse, textsFor } from '../../problem';
import { findPassLead } from '../read/find-lead';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';

/** The issue of a panel, for somebody who wants to decide about its order. */
export type OrderDesk = {
  /** As the viewer may browse it. */
  readonly issue: Issue;
  /** That it is an epic or an incident of, or its parent is an epic of. */
  readonly project: ClientProject | null;
  /** Of the department, or whoever stands in for him. */
  readonly leadAccountId: string | null;
  /** What the viewer is here. */
  readonly roles: readonly Role[];
  readonly setup: OrderSetup;
};

/**
 * The issue with whoever answers for it; a refusal where the viewer may not browse it. One read of
 * Jira, and see `findPassLead`; one SQL statement for an epic.
 */
export async function openDesk(env: UserEnv, issueId: string): Promise<Answer<OrderDesk>> {
  const [issue, setup] = await Promise.all([env.asUser.findIssue(issueId), readOrderSetup(env)]);
  if (issue === null) return refuse('notFound', textsFor(env).issueNotFound(issueId));
  const project = await findOwner(env, issue);
  const leadAccountId = await findPassLead(env, issue, project, setup);
  const roles = rolesOn(project, leadAccountId, env.viewer.accountId);
  return done({ issue, project, leadAccountId, roles, setup });
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

async function findOwner(env: UserEnv, { id, parentId }: Issue): Promise<ClientProject | null> {
  const ofParent = parentId === null ? null : await env.projects.findProjectOfEpic(parentId);
  return ofParent ?? findProjectOfIssue(env, id);
}
