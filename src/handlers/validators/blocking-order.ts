import * as v from 'valibot';
import type { Mover } from '../../core/order/judge/judgement';
import { liveLog } from '../../usecases/live-env';
import { readOrderSetup } from '../../usecases/order/read/read-order-site';
import {
  judgeTransition,
  type TransitionVerdict,
  uncertain,
} from '../../usecases/order/rule/judge-transition';
import { ruleConfigOf } from '../../usecases/order/rule/rule-config';
import { type Background, describeError, openBackground } from '../edge-background';
import { inTime } from '../in-time';

/** Forge docs, "Jira workflow validator": what a function gets about the transition. */
const Transition = v.object({
  issue: v.object({ key: v.string() }),
  transition: v.object({ to: v.object({ id: v.string() }) }),
  configuration: v.optional(v.unknown()),
});

/** What Jira reads of the answer. */
type RuleAnswer = { readonly result: boolean; readonly errorMessage?: string };

/**
 * Forge ends a function that somebody waits for after 25 s (Forge docs, "Invocation limits"), and
 * each of three reads may wait that long for a Jira that asks for patience.
 */
const ANSWER_WITHIN_MS = 15_000;
/** What the site has decided for such a case is read in this time, or it is the default. */
const DECIDE_WITHIN_MS = 5_000;

/**
 * jira:workflowValidator "blocking-order": refuses a start, or a finish, while a blocker is open.
 * What goes wrong or takes too long is decided by the site's `onUncertain`; where even that cannot
 * be read it is allowed, because Jira takes a failing validator for a refusal without a reason.
 */
export async function handler(payload: unknown, context: unknown): Promise<RuleAnswer> {
  try {
    const { issue, transition, configuration } = v.parse(Transition, payload);
    const background = openBackground(context);
    const judging = judgeTransition(background.env, {
      issueKey: issue.key,
      toStatusId: transition.to.id,
      mover: moverOf(background),
      gates: ruleConfigOf(configuration).gates,
    }).catch((error: unknown) => failed(background, issue.key, error));
    const verdict = await inTime(ANSWER_WITHIN_MS, judging, null);
    if (verdict !== null) return answerOf(verdict);
    // A store that hangs would hang here again, until Forge ends the function.
    const decided = await inTime(DECIDE_WITHIN_MS, tooLate(background, issue.key), null);
    if (decided !== null) return answerOf(decided);
    liveLog.warn('allowed unjudged', { issue: issue.key, why: 'the rules cannot be read' });
    return { result: true };
  } catch (error) {
    liveLog.warn('failed', { function: 'blocking-order', error: describeError(error) });
    return { result: true };
  }
}

function answerOf(verdict: TransitionVerdict): RuleAnswer {
  return verdict.allowed ? { result: true } : { result: false, errorMessage: verdict.text };
}

function moverOf({ accountId }: Background): Mover {
  return accountId === null ? { kind: 'unknown' } : { kind: 'account', accountId };
}

/** A fault of ours or of the store: nobody can judge. */
async function failed(
  background: Background,
  issueKey: string,
  error: unknown,
): Promise<TransitionVerdict> {
  liveLog.warn('failed', { function: 'blocking-order', error: describeError(error) });
  return withoutJudgement(background, issueKey, 'failed');
}

function tooLate(background: Background, issueKey: string): Promise<TransitionVerdict> {
  return withoutJudgement(background, issueKey, 'out of time');
}

async function withoutJudgement(
  { env }: Background,
  issueKey: string,
  why: string,
): Promise<TransitionVerdict> {
  const { rules } = await readOrderSetup(env);
  return uncertain(env, issueKey, rules, why);
}
