import type { Answer } from '../../contract/answer';
import type { OrderRequest } from '../../contract/tam-panel';
import type { Issue } from '../../core/issue';
import type { ClientProject } from '../../core/project/client-project';
import { checkRight } from '../check-right';
import type { UserEnv } from '../env';
import { findProjectOfIssue } from '../find-project-of-issue';
import { done, refuse, textsFor } from '../problem';

export type PairOfEpics = {
  readonly project: ClientProject;
  readonly successor: Issue;
  readonly blocker: Issue;
};

/**
 * The two epics that somebody wants to order, if he may: both linked into the client project that
 * the panel of `panelIssueId` shows, both visible to him. One SQL statement, one read of Jira.
 */
export async function findPairToOrder(
  env: UserEnv,
  panelIssueId: string,
  { successorId, blockerId }: OrderRequest,
): Promise<Answer<PairOfEpics>> {
  const texts = textsFor(env);
  const project = await findProjectOfIssue(env, panelIssueId);
  if (project === null) return refuse('notFound', texts.notLinkedIssue);
  const problem = await checkRight(env, 'setOrder', project);
  if (problem !== null) return { ok: false, problem };
  const linked = await env.projects.listEpics(project.id);
  const ids = [successorId, blockerId].filter((id) => linked.some(({ issueId }) => issueId === id));
  const issues = await env.asUser.listIssues(ids);
  const successor = issues.find(({ id }) => id === successorId);
  const blocker = issues.find(({ id }) => id === blockerId);
  if (successor === undefined) return refuse('notFound', texts.issueNotFound(successorId));
  if (blocker === undefined) return refuse('notFound', texts.issueNotFound(blockerId));
  return done({ project, successor, blocker });
}

/** Writes down who ordered what, and has both looked at: the app hears nothing of its own links. */
export async function noteOrder(
  env: UserEnv,
  act: 'setOrder' | 'removeOrder',
  { project, successor, blocker }: PairOfEpics,
): Promise<void> {
  await notePlan(env, act, successor.id, blocker.id);
  await env.queue.pushOrder([successor.id, blocker.id], 0);
  await env.projects.audit({
    at: env.now(),
    actorAccountId: env.viewer.accountId,
    act,
    clientProjectId: project.id,
    issueId: successor.id,
    detail: { blockerId: blocker.id },
  });
}

/** So that a link that somebody takes away in Jira is missed (order semantics D6). */
async function notePlan(
  env: UserEnv,
  act: 'setOrder' | 'removeOrder',
  successorId: string,
  blockerId: string,
): Promise<void> {
  const planned = await env.order.findPlannedIds(successorId);
  if (act === 'setOrder' && planned.includes(blockerId)) return;
  const others = planned.filter((id) => id !== blockerId);
  await env.order.savePlannedIds(successorId, act === 'setOrder' ? [...others, blockerId] : others);
}
