import * as v from 'valibot';
import { judgeTransition } from '../../usecases/judge-transition';
import { liveLog } from '../../usecases/live-env';
import { describeError, openBackground } from '../edge-background';
import { inTime } from '../in-time';

/** Forge docs, "Jira workflow validator": what a function gets about the transition. */
const Transition = v.object({
  issue: v.object({ key: v.string() }),
  transition: v.object({ to: v.object({ id: v.string() }) }),
});

/** What Jira reads of the answer. */
type RuleAnswer = { readonly result: boolean; readonly errorMessage?: string };

/**
 * Forge ends a function that somebody waits for after 25 s (Forge docs, "Invocation limits"), and
 * each of three reads may wait that long for a Jira that asks for patience.
 */
const ANSWER_WITHIN_MS = 15_000;

/**
 * jira:workflowValidator "blocking-order": refuses a start while a blocker is open. Whatever goes
 * wrong or takes too long allows: Jira takes a failing validator for a refusal without a reason.
 */
export async function handler(payload: unknown, context: unknown): Promise<RuleAnswer> {
  try {
    const { issue, transition } = v.parse(Transition, payload);
    const { env, accountId } = openBackground(context);
    const judging = judgeTransition(env, {
      issueKey: issue.key,
      toStatusId: transition.to.id,
      actorAccountId: accountId,
    });
    const verdict = await inTime(ANSWER_WITHIN_MS, judging, null);
    if (verdict === null) {
      liveLog.warn('allowed unjudged', { issue: issue.key, why: 'out of time' });
      return { result: true };
    }
    return verdict.allowed ? { result: true } : { result: false, errorMessage: verdict.text };
  } catch (error) {
    liveLog.warn('failed', { function: 'blocking-order', error: describeError(error) });
    return { result: true };
  }
}
