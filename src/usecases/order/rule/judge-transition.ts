import { isOnCircle } from '../../../core/order/graph/find-circle';
import { categoryOf } from '../../../core/order/judge/category-of';
import { gateOf, judgeMove, judgeUncertain } from '../../../core/order/judge/judge-move';
import type { Gate, Judgement, Mover, TransitionAsked } from '../../../core/order/judge/judgement';
import { openOrder } from '../../../core/order/judge/open-order';
import type { Pass } from '../../../core/order/judge/pass';
import { isUnderWay, UNDER_WAY_MS } from '../../../core/order/judge/pass-in-vain';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import { uncertainText } from '../../../core/order/rule/refusal-text';
import type { UncertainCause } from '../../../core/order/rule/refusal-words';
import type { Env } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import { JiraError } from '../../ports/jira-error';
import { TEXTS } from '../../texts/texts';
import { readOwedBy, sayOwed } from '../hand-over/read-owed';
import { standingOf } from '../read/give-back-passes';
import { type Around, everywhere, readAround } from '../read/read-around';
import { readDates, readReleases } from '../read/read-order-facts';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { sayRefusal } from './say-refusal';

export type TransitionToJudge = {
  readonly issueKey: string;
  readonly toStatusId: string;
  readonly mover: Mover;
  /** Which gates this rule is there for; as it was configured in the workflow. */
  readonly gates: readonly Gate[];
};

export type TransitionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly text: string };

const ALLOWED: TransitionVerdict = { allowed: true };

/**
 * May this transition happen? Reads of Jira as the app (a validator has no other rights): see
 * `readAround`, one more for the names where the mover is known, and the site's status categories
 * once in ten minutes. SQL only once it would be refused, for what lets it through all the same; a
 * pass that does is used up by that, see `giveBackPasses`. A finish, see `readOwed` for what has to
 * be handed over first.
 *
 * If Jira or the store does not answer, the site's rules decide: allowed and logged, or refused
 * with a text that says why (order semantics D31).
 */
export async function judgeTransition(
  env: Env,
  transition: TransitionToJudge,
): Promise<TransitionVerdict> {
  const setup = await readOrderSetup(env);
  try {
    return await judge(env, transition, setup);
  } catch (error) {
    if (!(error instanceof JiraError || error instanceof JiraBusyError)) throw error;
    return uncertain(env, transition.issueKey, setup.rules, error.message);
  }
}

/** The verdict when nobody could judge; it is logged either way. */
export async function uncertain(
  env: Env,
  issueKey: string,
  rules: OrderRules,
  why: string,
  cause: UncertainCause = 'noAnswer',
): Promise<TransitionVerdict> {
  const isAllowed = judgeUncertain(rules, why).kind === 'allowed';
  env.log.warn(isAllowed ? 'allowed unjudged' : 'refused unjudged', { issue: issueKey, why });
  if (isAllowed) return ALLOWED;
  const language = await env.settings.findLanguage();
  return { allowed: false, text: uncertainText(issueKey, cause, language) };
}

async function judge(
  env: Env,
  transition: TransitionToJudge,
  setup: OrderSetup,
  lostPasses: readonly string[] = [],
): Promise<TransitionVerdict> {
  const { rules } = setup;
  const to = await env.asApp.findStatus(transition.toStatusId);
  if (to === null) return uncertain(env, transition.issueKey, rules, 'unknown status');
  const nearIds = await env.order.findNearIds(transition.issueKey);
  const around = await readAround(env, { idOrKey: transition.issueKey, at: to, nearIds }, rules);
  if (around === null) {
    return uncertain(env, transition.issueKey, rules, 'hidden from the app', 'unreadable');
  }
  const { issue } = around;
  const from = categoryOf(rules, issue.key, issue.status);
  const gate = gateOf(from, categoryOf(rules, issue.key, to));
  if (gate === null || !transition.gates.includes(gate)) return ALLOWED;
  const asked = { issueId: issue.id, to, mover: transition.mover, now: env.now() };
  const { judgement, passes } = await judgeInSteps(env, around, setup, asked, lostPasses);
  if (judgement.kind === 'allowed') {
    const owed =
      gate === 'finish' ? await readOwedBy(env, around, to, setup, transition.mover) : [];
    if (owed.length > 0)
      return { allowed: false, text: await sayOwed(env, issue.key, owed, setup) };
    const flag = judgement.flags.find(({ kind }) => kind === 'byPass');
    const pass = passes.find(({ id }) => flag?.kind === 'byPass' && id === flag.passId);
    if (pass === undefined || (await takePass(env, issue.id, pass))) return ALLOWED;
    // Somebody else took it this moment: judged again, without it.
    return judge(env, transition, setup, [...lostPasses, pass.id]);
  }
  if (judgement.kind === 'uncertain') return uncertain(env, issue.key, rules, judgement.why);
  const { refusal } = judgement;
  if (passes.some((pass) => isUnderWay(pass, refusal, standingOf(rules, issue), asked.now))) {
    const { passUnderWay } = TEXTS[await env.settings.findLanguage()];
    return { allowed: false, text: passUnderWay(issue.key) };
  }
  const text = await sayRefusal(env, judgement, around, setup, transition.mover);
  return { allowed: false, text };
}

/** What was judged, and by which passes; those that somebody else took meanwhile are among them. */
type JudgedBy = { readonly judgement: Judgement; readonly passes: readonly Pass[] };

/**
 * First as if every link counted and nothing excused it: what that allows costs no SQL. Only a
 * circle says nothing then, for links that do not count may be what closes it.
 */
async function judgeInSteps(
  env: Env,
  around: Around,
  setup: OrderSetup,
  asked: TransitionAsked,
  lostPasses: readonly string[],
): Promise<JudgedBy> {
  const dates = await readDates(env, around, setup);
  const reach = openOrder(around.graph, everywhere(setup.rules), dates);
  const strictest = judgeMove(reach, asked);
  if (strictest.kind === 'allowed' && !isOnCircle(reach, asked.issueId)) {
    return { judgement: strictest, passes: [] };
  }
  const facts = await readReleases(env, around, dates, setup);
  const passes = facts.passes.filter(({ id }) => !lostPasses.includes(id));
  const order = openOrder(around.graph, setup.rules, { ...facts, passes });
  return { judgement: judgeMove(order, asked), passes: facts.passes };
}

async function takePass(env: Env, issueId: string, pass: Pass): Promise<boolean> {
  const now = env.now();
  if (!(await env.order.spendPass(pass, now))) return false;
  await env.projects.audit({
    // Forge names nobody to a rule; who moved the issue stands in its history.
    ...{ at: now, actorAccountId: null, act: 'order.spendPass', clientProjectId: null },
    ...{ issueId, detail: { passId: pass.id } },
  });
  // No event tells of a move that never comes: then the pass is good again.
  await env.queue.pushOrder([issueId], UNDER_WAY_MS / 1000 + 1);
  return true;
}
