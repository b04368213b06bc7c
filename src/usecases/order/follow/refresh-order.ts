import type { Env } from '../../env';
import { JiraBusyError } from '../../ports/jira-busy-error';
import type { OrderState } from '../../ports/order-state-port';
import { pushOrders } from '../../push-refreshes';
import { lookAtHandOvers } from '../hand-over/look-at-hand-overs';
import { askTam } from '../notices/ask-tam';
import { tellStart } from '../notices/tell-start';
import { tellTam } from '../notices/tell-tam';
import { listHeirs } from '../read/list-heirs';
import { type OrderSetup, readOrderSetup } from '../read/read-order-site';
import { guardStart } from './guard-start';
import { lookAround } from './look-around';
import { noteVanished } from './note-gone';
import { forgetReadable } from './note-unreadable-link';
import { publishOrder } from './publish-order';
import { awaitsWord, type Seen, seeIssue, type Unordered } from './see-issue';
import { noteStandIns } from './stand-ins';

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
  if (found === null || 'unordered' in found) return forget(env, issueId, before, found, setup);
  const hasSpent = await spendPass(env, found, before);
  const seen = hasSpent ? await seeIssue(env, issueId, before, setup) : found;
  if (seen === null || 'unordered' in seen) return;
  // First the property: should it fail, nothing was stored, and the job comes again.
  const { issue } = seen.around;
  const isPublished = await publishOrder(env, issue, seen.state.property, before);
  const state = { ...seen.state, isPublished };
  if (!(await env.orderStates.saveState(state, before?.version ?? 0))) {
    await env.queue.pushOrder([issueId], AGAIN_SECONDS);
    return;
  }
  await guardStart(env, seen, before, setup);
  await tellTam(env, seen, before, setup);
  await askTam(env, seen, before, setup);
  await lookAtHandOvers(env, seen, before, setup);
  await forgetReadable(env, state.issueId, seen.around.read);
  await rememberNear(env, seen, before);
  await noteStandIns(env, seen, before);
  await lookAround(env, { ...seen, state }, before, setup);
  const told = await tellStart(env, { ...seen, state }, before, setup);
  if (seen.isPlaced || awaitsWord(told)) await comeBack(env, told);
  else await env.queue.pushOrder([issueId], AGAIN_SECONDS);
}

/** A start that no rule has judged uses up the pass that was issued for it. */
async function spendPass(
  env: Env,
  { guard, state, order }: Seen,
  before: OrderState | undefined,
): Promise<boolean> {
  const flag = guard.flags.find(({ kind }) => kind === 'byPass');
  if (flag?.kind !== 'byPass' || before?.category === state.category) return false;
  const pass = order.facts.passes.find(({ id }) => id === flag.passId);
  return pass !== undefined && env.order.spendPass(pass, env.now());
}

/** What stood next to an issue that is gone is looked at; what is remembered of it goes (D5). */
async function forget(
  env: Env,
  issueId: string,
  before: OrderState | undefined,
  seen: null | Unordered,
  { rules }: OrderSetup,
): Promise<void> {
  if (seen !== null) await publishOrder(env, seen.unordered, {}, before);
  // Hidden or deleted before anybody had looked at its newest links: whoever has seen them tells.
  else await pushOrders(env, await env.orderStates.listNaming(issueId));
  if (before === undefined) return;
  // What an issue has handed down goes with its last link.
  const heirs = seen === null ? [] : await listHeirs(env, [before.issueId], rules);
  if (seen === null) await noteVanished(env, before);
  const { successorIds, linkedIds } = before;
  await pushOrders(env, [...new Set([...successorIds, ...linkedIds, ...heirs])]);
  await env.order.saveNearIds(before.issueKey, []);
  await env.orderStates.removeStates([before.issueId]);
}

/** What another look has left word of since this one read is kept for the next, who reads it. */
async function rememberNear(
  env: Env,
  { state, around }: Seen,
  before: OrderState | undefined,
): Promise<void> {
  const { issueKey, nearIds } = state;
  const isKnown = before?.issueKey === issueKey && before.nearIds.join() === nearIds.join();
  if (isKnown || (before === undefined && nearIds.length === 0)) return;
  if (before !== undefined && before.issueKey !== issueKey) {
    await env.order.saveNearIds(before.issueKey, []);
  }
  const read = new Set(around.read.map(({ id }) => id));
  const left = (await env.order.findNearIds(issueKey)).filter((id) => !read.has(id));
  await env.order.saveNearIds(issueKey, [...new Set([...nearIds, ...left])]);
}

/** The longest delay of a job; what is further away is found by the schedule. */
const LONGEST_DELAY_MS = 900_000;

async function comeBack(env: Env, { issueId, lookAgainAt }: OrderState): Promise<void> {
  if (lookAgainAt === null) return;
  const inMs = Math.max(0, lookAgainAt - env.now());
  if (inMs <= LONGEST_DELAY_MS) await env.queue.pushOrder([issueId], Math.ceil(inMs / 1000));
}
