import type { Issue } from '../../core/issue';
import { categoryOf } from '../../core/order/category-of';
import { type GuardAnswer, type GuardCause, judgeRunning } from '../../core/order/judge-running';
import { NOTHING_TOLD, noticeChange } from '../../core/order/notice';
import { type Order, openOrder } from '../../core/order/open-order';
import type { OrderProperty } from '../../core/order/order-property';
import { type Step, stepOf } from '../../core/order/step-of';
import { successorMark } from '../../core/order/successor-mark';
import { type Instant, instant } from '../../core/time';
import type { Env } from '../env';
import type { OrderState } from '../ports/order-state-port';
import { isOpenToAll } from './name-blockers';
import { type Around, nearIdsOf, readAround } from './read-around';
import { readDates, readReleases } from './read-order-facts';
import type { OrderSetup } from './read-order-site';

/** An issue as it stands in the order now, and what follows from what was seen before. */
export type Seen = {
  readonly around: Around;
  readonly order: Order;
  readonly step: Step;
  readonly guard: GuardAnswer;
  readonly state: OrderState;
};

/** A notice that was decided and perhaps not told is looked for again after so long. */
const TELL_AGAIN_MS = 120_000;

/**
 * Judges one issue from what Jira says now. Null: the app cannot read it; 'unordered': nothing
 * orders it and no client project has it. Reads of Jira: see `readAround`; three SQL statements.
 */
export async function seeIssue(
  env: Env,
  issueId: string,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<Seen | 'unordered' | null> {
  const readAt = env.now();
  const nearIds = before?.nearIds ?? [];
  const around = await readAround(env, { idOrKey: issueId, at: 'start', nearIds }, setup.rules);
  if (around === null) return null;
  const { issue } = around;
  const facts = await readReleases(env, around, await readDates(env, around, setup));
  const order = openOrder(around.graph, setup.rules, facts);
  const step = stepOf(order, issue.id, readAt);
  const projects = facts.clientProjectsOf(issue.id);
  if (step === null || (projects.length === 0 && !isOrdered(order, issue))) return 'unordered';
  const links = linksOf(order, issue.id);
  const cause = causeOf(order, issue, before, links);
  const mover = { kind: 'unknown' } as const;
  const guard = judgeRunning(order, { issueId: issue.id, cause, mover, now: readAt });
  const base = {
    ...{
      issueId: issue.id,
      issueKey: issue.key,
      projectId: issue.projectId,
      statusId: issue.status.id,
    },
    ...{ clientProjectId: projects[0] ?? null, ...links, nearIds: nearIdsOf(around) },
    ...{ category: categoryOf(setup.rules, issue.key, issue.status), state: step.state },
    ...{ waitsFor: step.refusal?.blockers.map(({ id }) => id) ?? [], flags: step.flags },
    ...{ mark: successorMark(setup.rules, issue), isPublished: false },
    property: propertyOf(around, step, setup),
    ...{ readAt, version: (before?.version ?? 0) + 1 },
  };
  return { around, order, step, guard, state: { ...base, ...told(base, step, before, readAt) } };
}

/** Everybody who may browse the issue can read its property, so it names only what all may know. */
function propertyOf(
  { read }: Around,
  { state, refusal }: Step,
  { departments }: OrderSetup,
): OrderProperty {
  const waitsFor = (refusal?.blockers ?? []).flatMap(({ id }) => {
    const blocker = read.find((issue) => issue.id === id);
    return blocker !== undefined && isOpenToAll(blocker, departments) ? [blocker.key] : [];
  });
  return waitsFor.length === 0 ? { state } : { state, waitsFor };
}

type Links = Pick<OrderState, 'linkedIds' | 'openIds' | 'successorIds'>;

function isOrdered(order: Order, { id }: Issue): boolean {
  const { graph, facts } = order;
  const isLinked = (graph.into.get(id)?.length ?? 0) + (graph.outOf.get(id)?.length ?? 0) > 0;
  return isLinked || order.waitsOf(id).length > 0 || facts.notBefore.has(id);
}

function linksOf(order: Order, issueId: string): Links {
  const linkedIds = [...new Set(order.waitsOf(issueId).map(({ blockerId }) => blockerId))].sort();
  const behind = order.graph.outOf.get(issueId) ?? [];
  return {
    linkedIds,
    openIds: linkedIds.filter((id) => order.isLive(id)),
    successorIds: [...new Set(behind.map(({ successorId }) => successorId))].sort(),
  };
}

/** Told by what was seen before, never by an event: those come late, twice and in any order. */
function causeOf(
  { rules }: Order,
  issue: Issue,
  before: OrderState | undefined,
  { openIds }: Links,
): GuardCause {
  if (before === undefined) return 'sweep';
  if (before.category !== categoryOf(rules, issue.key, issue.status)) return 'moved';
  if (openIds.some((id) => !before.linkedIds.includes(id))) return 'linked';
  return openIds.some((id) => !before.openIds.includes(id)) ? 'blockerReopened' : 'sweep';
}

function told(
  { issueId, linkedIds, waitsFor }: Pick<OrderState, 'issueId' | 'linkedIds' | 'waitsFor'>,
  { state, refusal }: Step,
  before: OrderState | undefined,
  now: Instant,
): Pick<OrderState, 'notice' | 'pending' | 'lookAgainAt'> {
  const gate = state === 'waiting' ? 'closed' : state === 'ready' ? 'open' : 'over';
  const hasJustBeenFreed = before?.waitsFor.some((id) => !waitsFor.includes(id)) ?? false;
  const seen = { issueId, gate, openIds: waitsFor, linkedIds, hasJustBeenFreed, now } as const;
  const change = noticeChange(before?.notice ?? NOTHING_TOLD, seen);
  const pending = change.notice ?? before?.pending ?? null;
  const times = [
    change.lookAgainAt,
    gate === 'closed' ? (refusal?.opensAt ?? null) : null,
    pending === null ? null : instant(now + TELL_AGAIN_MS),
  ].filter((at) => at !== null);
  const lookAgainAt = times.length === 0 ? null : instant(Math.min(...times));
  return { notice: change.next, pending, lookAgainAt };
}
