import type { OrderIssue } from '../../../core/order/graph/order-issue';
import { categoryOf } from '../../../core/order/judge/category-of';
import type { Pass } from '../../../core/order/judge/pass';
import {
  givenBack,
  mayBeInVain,
  type Standing,
  wasInVain,
} from '../../../core/order/judge/pass-in-vain';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Instant } from '../../../core/time';
import type { Env } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import { JiraError } from '../../ports/jira-error';

/**
 * The passes, of which those are as good as new that were spent on a move that never came: the rule
 * had let it through, and another rule of the workflow refused it. One read of Jira for each issue
 * that still stands before the gate and has kept its category since a pass was spent on it, none for
 * all others; a history that cannot be read gives nothing back.
 */
export async function giveBackPasses<P extends Pass>(
  env: Env,
  passes: readonly P[],
  rules: OrderRules,
  issueOf: (id: string) => OrderIssue | undefined,
): Promise<readonly P[]> {
  const inQuestion = passes.filter((pass) => {
    const issue = issueOf(pass.issueId);
    return issue !== undefined && mayBeInVain(pass, standingOf(rules, issue));
  });
  if (inQuestion.length === 0) return passes;
  const now = env.now();
  const lost = new Set<string>();
  for (const issueId of new Set(inQuestion.map((pass) => pass.issueId))) {
    const own = inQuestion.filter((pass) => pass.issueId === issueId);
    // Before anything is read: most are too fresh, over, or replaced.
    const open = own.filter((pass) => wasInVain(pass, [], passes, now));
    const moves = open.length === 0 ? null : await readMoves(env, issueId);
    if (moves === null) continue;
    for (const pass of open) if (wasInVain(pass, moves, passes, now)) lost.add(pass.id);
  }
  return passes.map((pass) => (lost.has(pass.id) ? givenBack(pass) : pass));
}

/** Where an issue stands, for the question which of its passes were spent in vain. */
export function standingOf(rules: OrderRules, issue: OrderIssue): Standing {
  const { key, status, categorySince = null } = issue;
  return { category: categoryOf(rules, key, status), since: categorySince };
}

/** When the issue's status changed; null when nobody can tell. */
async function readMoves(env: Env, issueId: string): Promise<readonly Instant[] | null> {
  try {
    const history = (await env.asApp.findHistory(issueId))?.history ?? null;
    if (history === null) return null;
    return history.events.filter(({ kind }) => kind === 'status').map(({ at }) => at);
  } catch (error) {
    if (!(error instanceof JiraError || error instanceof JiraBusyError)) throw error;
    env.log.warn('history of a pass unreadable', { issueId, why: error.message });
    return null;
  }
}
