import * as v from 'valibot';
import { judgeTransition } from '../../usecases/judge-transition';
import { liveLog } from '../../usecases/live-env';
import { describeError, openBackground } from '../edge-background';

/** Forge docs, "Jira workflow validator": what a function gets about the transition. */
const Transition = v.object({
  issue: v.object({ key: v.string() }),
  transition: v.object({ to: v.object({ id: v.string() }) }),
});

/** What Jira reads of the answer. */
type RuleAnswer = { readonly result: boolean; readonly errorMessage?: string };

/**
 * jira:workflowValidator "blocking-order": refuses a start while a blocker is open. Whatever goes
 * wrong allows: Jira takes a failing validator for a refusal without a reason.
 */
export async function handler(payload: unknown, context: unknown): Promise<RuleAnswer> {
  try {
    const { issue, transition } = v.parse(Transition, payload);
    const { env, accountId } = openBackground(context);
    const verdict = await judgeTransition(env, {
      issueKey: issue.key,
      toStatusId: transition.to.id,
      actorAccountId: accountId,
    });
    return verdict.allowed ? { result: true } : { result: false, errorMessage: verdict.text };
  } catch (error) {
    liveLog.warn('failed', { function: 'blocking-order', error: describeError(error) });
    return { result: true };
  }
}
