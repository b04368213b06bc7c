import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import {
  type GuardAnswer,
  type GuardCause,
  judgeRunning,
} from '../../../core/order/judge/judge-running';
import { type Order, openOrder } from '../../../core/order/judge/open-order';
import { type Step, stepOf } from '../../../core/order/judge/step-of';
import { successorMark } from '../../../core/order/judge/successor-mark';
import { NOTHING_TOLD, noticeChange } from '../../../core/order/notice';
import { type Instant, instant } from '../../../core/time';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { readAhead } from '../read/read-ahead';
import { type Around, readAround } from '../read/read-around';
import { readDates, readReleases } from '../read/read-order-facts';
import type { OrderSetup } from '../read/read-order-site';
import { isOrdered, type Place, placeOf } from './state-of';

/** An issue as it stands in the order now, and what follows from what was seen before. */
export type Seen = {
  readonly around: Around;
  readonly order: Order;
  readonly step: Step;
  readonly guard: GuardAnswer;
  readonly state: OrderState;
  /** False: nothing orders it any more, and only a word that it may start is still to be told. */
  readonly isPlaced: boolean;
};

/** One that the app can read, and that nothing orders. */
export type Unordered = { readonly unordered: Issue };

/** A notice that was decided and perhaps not told is looked for again after so long. */
const TELL_AGAIN_MS = 120_000;

/**
 * Judges one issue from what Jira says now. Null: the app cannot read it; unordered: nothing orders
 * it and no client project has it. Reads of Jira: see `readAround`, and `readAhead` where
 * its links have changed; one SQL statement where nothing orders it, else three, and one more where
 * it has come into a client project.
 */
export async function seeIssue(
  env: Env,
  issueId: string,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<Seen | Unordered | null> {
  const readAt = env.now();
  const around = await readFar(env, issueId, before, setup);
  if (around === null) return null;
  const { issue, graph } = around;
  const dates = await readDates(env, around, setup);
  const isPlaced =
    isOrdered(openOrder(graph, setup.rules, dates), issue) ||
    (await env.projects.listLinks([issue.id])).length > 0;
  if (!isPlaced && !awaitsWord(before)) return { unordered: issue };
  const facts = await readReleases(env, around, dates, setup);
  const order = openOrder(graph, setup.rules, facts);
  const step = stepOf(order, issue.id, readAt);
  if (step === null) return null;
  const issueOf = (id: string) => around.read.find((one) => one.id === id);
  const clientKey = await findClientKey(env, order.facts.clientProjectsOf(issue.id)[0], before);
  const place = placeOf(order, issue, step, setup, { issueOf, clientKeyOf: () => clientKey });
  const cause = causeOf(before, place);
  const mover = { kind: 'unknown' } as const;
  const guard = judgeRunning(order, { issueId: issue.id, cause, mover, now: readAt });
  const version = (before?.version ?? 0) + 1;
  const told = tellingOf(place, step, before, readAt);
  const state = { ...place, ...told, isPublished: false, readAt, version };
  return { around, order, step, guard, state, isPlaced };
}

/** A client project never changes its key, so what was shown before stands. */
async function findClientKey(
  env: Env,
  clientProjectId: string | undefined,
  before: OrderState | undefined,
): Promise<string | null> {
  if (clientProjectId === undefined) return null;
  if (before?.clientProjectId === clientProjectId && before.property.client !== undefined) {
    return before.property.client;
  }
  return (await env.projects.findProject(clientProjectId))?.key ?? null;
}

/** Is there somebody to be told that it waits no more (order semantics D5, D6)? */
export function awaitsWord(state: OrderState | undefined): boolean {
  if (state === undefined) return false;
  const { notice, pending } = state;
  return pending !== null || notice.kind === 'waiting' || notice.kind === 'settling';
}

/** A circle can only have closed where links have changed, so only then it is looked for. */
async function readFar(
  env: Env,
  issueId: string,
  before: OrderState | undefined,
  { rules }: OrderSetup,
): Promise<Around | null> {
  const hint = before === undefined ? [] : await env.order.findNearIds(before.issueKey);
  const known = new Set([...(before?.nearIds ?? []), ...hint]);
  const asked = { idOrKey: issueId, at: 'start', nearIds: [...known] } as const;
  let around = await readAround(env, asked, rules);
  if (around !== null && around.issue.key !== before?.issueKey) {
    // New, or under a new key: a sweep may have left word there.
    const left = await env.order.findNearIds(around.issue.key);
    const isNews = left.some((id) => id !== issueId && !known.has(id));
    if (isNews) around = await readAround(env, { ...asked, nearIds: [...known, ...left] }, rules);
  }
  if (around === null || successorMark(rules, around.issue) === before?.mark) return around;
  const ahead = await readAhead(env, issueId, around.read, rules);
  if (ahead.length === around.read.length) return around;
  return { ...around, read: ahead, graph: buildLinkGraph(withoutGone(ahead, around), rules) };
}

function withoutGone(read: readonly Issue[], { unreadable }: Around): readonly Issue[] {
  const gone = new Set(unreadable.map(({ blockerId }) => blockerId));
  if (gone.size === 0) return read;
  return read.map((issue) => ({
    ...issue,
    links: issue.links.filter(({ other }) => !gone.has(other.id)),
  }));
}

/** Told by what was seen before, never by an event: those come late, twice and in any order. */
function causeOf(before: OrderState | undefined, { category, openIds }: Place): GuardCause {
  if (before === undefined) return 'sweep';
  if (before.category !== category) return 'moved';
  if (openIds.some((id) => !before.linkedIds.includes(id))) return 'linked';
  return openIds.some((id) => !before.openIds.includes(id)) ? 'blockerReopened' : 'sweep';
}

function tellingOf(
  { issueId, linkedIds, waitsFor }: Place,
  { state, refusal }: Step,
  before: OrderState | undefined,
  now: Instant,
): Pick<OrderState, 'notice' | 'pending' | 'lookAgainAt'> {
  const gate = state === 'waiting' ? 'closed' : state === 'ready' ? 'open' : 'over';
  const hasJustBeenFreed = before?.waitsFor.some((id) => !waitsFor.includes(id)) ?? false;
  const seen = { issueId, gate, openIds: waitsFor, linkedIds, hasJustBeenFreed, now } as const;
  // What was forgotten may have been told before: not in this round.
  const change = noticeChange(before?.notice ?? { ...NOTHING_TOLD, round: now }, seen);
  const pending = change.notice ?? before?.pending ?? null;
  const times = [
    change.lookAgainAt,
    gate === 'closed' ? (refusal?.opensAt ?? null) : null,
    pending === null ? null : instant(now + TELL_AGAIN_MS),
  ].filter((at) => at !== null);
  const lookAgainAt = times.length === 0 ? null : instant(Math.min(...times));
  return { notice: change.next, pending, lookAgainAt };
}
