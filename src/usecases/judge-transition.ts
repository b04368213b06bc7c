import type { Issue } from '../core/issue';
import { listBlockers } from '../core/order/block-links';
import { isStart, judgeStart } from '../core/order/judge-start';
import { buildOrderGraph } from '../core/order/order-graph';
import { refusalText } from '../core/order/refusal-text';
import type { Env } from './env';
import { nameBlockers } from './name-blockers';
import { type OrderSettings, readOrderSettings } from './order-settings';
import { JiraBusyError } from './ports/jira-busy-error';
import { JiraError } from './ports/jira-error';
import { openNeighbourIds } from './read-order';

export type TransitionToJudge = {
  readonly issueKey: string;
  readonly toStatusId: string;
  /** Who moves the issue, where Forge says so. */
  readonly actorAccountId: string | null;
};

export type TransitionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly text: string };

const ALLOWED: TransitionVerdict = { allowed: true };

/**
 * May this transition happen? Only starts are gated, by open blockers. Reads of Jira as the app (a
 * validator has no other rights): one when it allows, and when it refuses the neighbours and, if
 * the mover is known, what he may browse: three; the site's status categories besides, once in ten
 * minutes. No SQL. Circles are seen up to four issues long, as far as these reads reach.
 *
 * If Jira does not answer, the transition is allowed and logged: a tool must not stop a hosting
 * company at night (order semantics D31).
 */
export async function judgeTransition(
  env: Env,
  transition: TransitionToJudge,
): Promise<TransitionVerdict> {
  try {
    return await judge(env, transition);
  } catch (error) {
    if (!(error instanceof JiraError || error instanceof JiraBusyError)) throw error;
    env.log.warn('allowed unjudged', { issue: transition.issueKey, why: error.message });
    return ALLOWED;
  }
}

async function judge(env: Env, transition: TransitionToJudge): Promise<TransitionVerdict> {
  const issue = await env.asApp.findIssue(transition.issueKey);
  if (issue === null) {
    env.log.warn('allowed unjudged', { issue: transition.issueKey, why: 'hidden from the app' });
    return ALLOWED;
  }
  // A move inside In Progress is no start, and links of other types order nothing.
  if (issue.status.category === 'inProgress' || issue.links.length === 0) return ALLOWED;
  const settings = await readOrderSettings(env);
  const blockers = listBlockers(issue, settings.blockType);
  if (blockers.every(({ status }) => status.category === 'done')) return ALLOWED;
  const to = await env.asApp.findStatusCategory(transition.toStatusId);
  if (to === null) {
    env.log.warn('allowed unjudged', { issue: issue.key, why: 'unknown status' });
    return ALLOWED;
  }
  if (!isStart(issue.status.category, to)) return ALLOWED;
  return judgeByNeighbours(env, issue, settings, transition.actorAccountId);
}

async function judgeByNeighbours(
  env: Env,
  issue: Issue,
  settings: OrderSettings,
  actorAccountId: string | null,
): Promise<TransitionVerdict> {
  const neighbours = await env.asApp.listIssues(openNeighbourIds(issue, settings.blockType));
  const graph = buildOrderGraph([issue, ...neighbours], settings.blockType);
  const answer = judgeStart(graph, issue.id);
  if (answer.kind === 'allowed') return ALLOWED;
  const waitsFor = answer.waitsFor.flatMap((id) => {
    const found = neighbours.find((neighbour) => neighbour.id === id);
    return found === undefined ? [] : [found];
  });
  // Gone between the two reads: deleted, so nothing to wait for.
  if (waitsFor.length === 0) return ALLOWED;
  const [named, language] = await Promise.all([
    nameBlockers(env, waitsFor, settings.departments, actorAccountId),
    env.settings.findLanguage(),
  ]);
  return { allowed: false, text: refusalText({ issueKey: issue.key, ...named }, language) };
}
