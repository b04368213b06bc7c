import type { GuardAnswer } from '../../../core/order/judge/judge-running';
import type { OrderRefusal } from '../../../core/order/judge/judgement';
import { isUsedFor } from '../../../core/order/judge/pass';
import type { Instant } from '../../../core/time';
import type { Env } from '../../env';
import { isRefusal } from '../../ports/jira-error';
import type { OrderState } from '../../ports/order-state-port';
import { TEXTS, type Texts } from '../../texts/texts';
import { tellPeople } from '../notices/tell-people';
import type { OrderSetup } from '../read/read-order-site';
import { sayRefusal } from '../rule/say-refusal';
import type { Seen } from './see-issue';
import { circleOf } from './state-of';

type Against = Exclude<GuardAnswer, { readonly kind: 'fine' }>;

/**
 * What the guard does about work that runs or ended past the order, once, when it is first seen: it
 * is put on record and the people concerned are told, and where the policy says so it is moved back
 * with a comment (order semantics D8, D19, D20, D24). Whoever calls has stored the state, so of two
 * who saw the same one acts.
 */
export async function guardStart(
  env: Env,
  seen: Seen,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<void> {
  const { guard, state } = seen;
  if (guard.kind === 'fine') return;
  const since = seen.around.issue.categorySince;
  const isDateAlone = guard.refusal.blockers.length === 0;
  // The date may have been set after the start.
  if (isDateAlone && !wasHeldByDate(guard.refusal, since, before)) return;
  const wasKnown = before?.category === state.category && holdsNothingNew(before, guard.refusal);
  if (wasKnown || (await isFreeMover(env, state, setup))) return;
  const mayMoveBack = guard.kind === 'moveBack' && wasClosedAtMove(seen, guard, before);
  const how =
    mayMoveBack && (await moveBack(env, seen, guard, before, setup)) ? 'moveBack' : 'flag';
  await env.projects.audit({
    ...{ at: env.now(), actorAccountId: null, act: `order.${how}` },
    ...{ clientProjectId: state.clientProjectId, issueId: state.issueId },
    detail: { gate: guard.refusal.gate, blockers: guard.refusal.set.tokens.join(' ') },
  });
  const language = await env.settings.findLanguage();
  await tellPeople(env, seen, setup, {
    id: `${how}:${state.issueId}:${guard.refusal.set.key}:${seen.around.issue.categorySince ?? 0}`,
    line: lineOf(how, guard.refusal, TEXTS[language])(state.issueKey),
    withTam: 'always',
  });
  await tellOpenAgain(env, seen, guard.refusal, setup);
}

function lineOf(
  how: 'flag' | 'moveBack',
  { gate, blockers }: OrderRefusal,
  { order }: Texts,
): (key: string) => string {
  if (how === 'moveBack') return order.moveBack[gate];
  return order.flag[blockers.length === 0 ? 'early' : gate];
}

/** Whoever opened a blocker again after the start hears that others have gone on (D8). */
async function tellOpenAgain(
  env: Env,
  { around }: Seen,
  { blockers }: OrderRefusal,
  setup: OrderSetup,
): Promise<void> {
  const since = around.issue.categorySince;
  const { openAgain } = TEXTS[await env.settings.findLanguage()].order;
  for (const { id } of blockers) {
    const blocker = around.read.find((one) => one.id === id);
    const openedAt = blocker?.categorySince ?? null;
    if (blocker === undefined || since === null || openedAt === null || openedAt <= since) continue;
    const about = { around: { issue: blocker }, state: { issueId: id, clientProjectId: null } };
    await tellPeople(env, about, setup, {
      ...{ id: `openAgain:${id}:${openedAt}`, line: openAgain(blocker.key), withTam: 'ifCritical' },
    });
  }
}

function holdsNothingNew({ flags }: OrderState, { blockers }: OrderRefusal): boolean {
  const known = flags.flatMap((flag) => (flag.kind === 'startedBeforeDone' ? flag.blockerIds : []));
  return blockers.length > 0 && blockers.every(({ id }) => known.includes(id));
}

/** One read of Jira, and only where some accounts are let through (order semantics D18). */
export async function isFreeMover(
  env: Env,
  { issueId }: OrderState,
  { rules }: OrderSetup,
): Promise<boolean> {
  if (rules.freeAccountIds.length === 0) return false;
  const history = (await env.asApp.findHistory(issueId))?.history ?? null;
  const moves = history?.events.filter(({ kind }) => kind === 'status') ?? [];
  return rules.freeAccountIds.includes(moves.at(-1)?.by ?? '');
}

/**
 * Was the gate closed when the issue went through? Only what was linked before, and has not changed
 * since, proves that: a blocker opened again after the start moves nobody back (D8), nor does a date
 * or a returned hand-over that came after it, or a circle that has come apart since.
 */
function wasClosedAtMove(
  { around, order }: Seen,
  { refusal }: Against,
  before: OrderState | undefined,
): boolean {
  const since = around.issue.categorySince;
  if (before === undefined || since === null || circleOf(before).length > 0) return false;
  if (wasHeldByDate(refusal, since, before)) return true;
  // On a circle that a parent's blockers close it waited for nobody, linked as they were.
  const held = before.category === 'todo' ? before.waitsFor : before.openIds;
  const passed = order.facts.passes
    .filter((pass) => pass.gate === refusal.gate && isUsedFor(pass, since))
    .flatMap(({ tokens }) => tokens);
  return refusal.blockers.some(({ id, why }) => {
    if (passed.includes(id)) return false;
    const changed = order.graph.issues.get(id)?.categorySince ?? null;
    if (!held.includes(id) || changed === null || changed > since) return false;
    // Done, and something else holds: that may have come after the move, unless it was seen before.
    return why.kind === 'status' || before.readAt >= changed;
  });
}

/** A date alone held it when it was last looked at, and it was started since then, too early. */
function wasHeldByDate(
  { notBefore }: OrderRefusal,
  since: Instant | null,
  before: OrderState | undefined,
): boolean {
  if (notBefore === null || since === null || since >= notBefore) return false;
  if (before === undefined || since < before.readAt) return false;
  return before.state === 'waiting' && before.waitsFor.length === 0;
}

async function moveBack(
  env: Env,
  seen: Seen,
  against: Against,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<boolean> {
  const { issue } = seen.around;
  try {
    if (!(await env.asApp.moveBack(issue.id, before?.statusId ?? ''))) return false;
    const mover = { kind: 'unknown' } as const;
    const why = await sayRefusal(env, against, seen.around, setup, mover);
    const { movedBack } = TEXTS[await env.settings.findLanguage()].order;
    await env.asApp.addComment(issue.id, movedBack[against.refusal.gate](why));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    env.log.warn('not moved back', { issueId: issue.id, status: error.status });
    return false;
  }
  // The app hears nothing of what it does itself.
  await env.queue.pushOrder([issue.id], 1);
  return true;
}
