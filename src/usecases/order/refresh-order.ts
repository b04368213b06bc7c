import type { Env } from '../env';
import { JiraBusyError } from '../ports/jira-busy-error';
import type { OrderState } from '../ports/order-state-port';
import { pushOrders } from '../push-refreshes';
import { guardStart } from './guard-start';
import { lookAtHandOvers } from './look-at-hand-overs';
import { publishOrder } from './publish-order';
import { readOrderSetup } from './read-order-site';
import { type Seen, seeIssue } from './see-issue';
import { circleOf } from './state-of';
import { tellStart } from './tell-start';

/** Somebody else wrote what he saw meanwhile: looked at again, soon but not at once. */
const AGAIN_SECONDS = 5;

/**
 * Looks at one issue and brings everything that follows from its place in the order up to date: the
 * stored state, the guard's answer to an illegal start, "you may start", the issue property, and
 * then whoever waits for it. Called late, twice or in any order it ends in the same state, because
 * it recomputes from Jira; what is done only once (moving back, a notice) is done by whoever's
 * reading was stored (order semantics D12, D44, D46).
 *
 * An issue that nothing orders: one read of Jira and five SQL statements at most. Else see
 * `readAround`, one write where the property changes, and one SQL statement more.
 */
export async function refreshOrder(env: Env, issueId: string, known?: OrderState): Promise<void> {
  try {
    const [before] = known === undefined ? await env.orderStates.listStates([issueId]) : [known];
    await refresh(env, issueId, before);
  } catch (error) {
    if (!(error instanceof JiraBusyError)) throw error;
    await env.queue.pushOrder([issueId], error.retryAfterSeconds);
  }
}

async function refresh(env: Env, issueId: string, before: OrderState | undefined): Promise<void> {
  const setup = await readOrderSetup(env);
  const found = await seeIssue(env, issueId, before, setup);
  if (found === null || found === 'unordered') return forget(env, before, found);
  const hasSpent = await spendPass(env, found, before);
  const seen = hasSpent ? await seeIssue(env, issueId, before, setup) : found;
  if (seen === null || seen === 'unordered') return;
  // First the property: should it fail, nothing was stored, and the job comes again.
  const { issue } = seen.around;
  const isPublished = await publishOrder(env, issue, seen.state.property, before);
  const state = { ...seen.state, isPublished };
  if (!(await env.orderStates.saveState(state, before?.version ?? 0))) {
    await env.queue.pushOrder([issueId], AGAIN_SECONDS);
    return;
  }
  await guardStart(env, seen, before, setup);
  await lookAtHandOvers(env, seen, before, setup);
  await rememberNear(env, state, before);
  await lookAround(env, state, before);
  await comeBack(env, await tellStart(env, { ...seen, state }, before, setup));
}

/** A start that no rule has judged uses up the pass that was issued for it. */
async function spendPass(
  env: Env,
  { guard, state }: Seen,
  before: OrderState | undefined,
): Promise<boolean> {
  const flag = guard.flags.find(({ kind }) => kind === 'byPass');
  if (flag?.kind !== 'byPass' || before?.category === state.category) return false;
  return env.order.spendPass(flag.passId, env.now());
}

/** What waited for an issue that is gone is looked at; what is remembered of it goes (D5). */
async function forget(
  env: Env,
  before: OrderState | undefined,
  seen: null | 'unordered',
): Promise<void> {
  if (before === undefined) return;
  if (seen === 'unordered') await publishNothing(env, before);
  await pushOrders(env, before.successorIds);
  await env.order.saveNearIds(before.issueKey, []);
  await env.orderStates.removeStates([before.issueId]);
}

async function publishNothing(env: Env, before: OrderState): Promise<void> {
  const [issue] = await env.asApp.listIssues([before.issueId]);
  if (issue !== undefined) await publishOrder(env, issue, {}, before);
}

async function rememberNear(
  env: Env,
  { issueKey, nearIds }: OrderState,
  before: OrderState | undefined,
): Promise<void> {
  const isKnown = before?.issueKey === issueKey && before.nearIds.join() === nearIds.join();
  if (isKnown || (before === undefined && nearIds.length === 0)) return;
  if (before !== undefined && before.issueKey !== issueKey) {
    await env.order.saveNearIds(before.issueKey, []);
  }
  await env.order.saveNearIds(issueKey, nearIds);
}

/**
 * Those behind it, and those that were: what they depend on has changed. And all on a circle that
 * has closed or come apart: each is told what to read, to see it too.
 */
async function lookAround(
  env: Env,
  state: OrderState,
  before: OrderState | undefined,
): Promise<void> {
  const around = new Set<string>();
  if (before?.mark !== state.mark) {
    for (const id of [...state.successorIds, ...(before?.successorIds ?? [])]) around.add(id);
  }
  const [was, is] = [before === undefined ? [] : circleOf(before), circleOf(state)];
  if (new Set(was).size !== new Set(is).size || !is.every((id) => was.includes(id))) {
    for (const id of [...was, ...is]) around.add(id);
    await shareCircle(env, is);
  }
  around.delete(state.issueId);
  await pushOrders(env, [...around]);
}

async function shareCircle(env: Env, circle: readonly string[]): Promise<void> {
  for (const { issueKey, nearIds } of await env.orderStates.listStates([...new Set(circle)])) {
    await env.order.saveNearIds(issueKey, [...new Set([...nearIds, ...circle])]);
  }
}

/** The longest delay of a job; what is further away is found by the schedule. */
const LONGEST_DELAY_MS = 900_000;

async function comeBack(env: Env, { issueId, lookAgainAt }: OrderState): Promise<void> {
  if (lookAgainAt === null) return;
  const inMs = Math.max(0, lookAgainAt - env.now());
  if (inMs <= LONGEST_DELAY_MS) await env.queue.pushOrder([issueId], Math.ceil(inMs / 1000));
}
