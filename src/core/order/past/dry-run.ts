import type { Status } from '../../issue';
import { type Instant, instant, type Millis, millis } from '../../time';
import { buildLinkGraph } from '../graph/build-link-graph';
import { projectKeyOf } from '../graph/order-issue';
import { compareKeys } from '../graph/sort-by-order';
import { categoryOf } from '../judge/category-of';
import { gateOf, judgeMove } from '../judge/judge-move';
import type { OrderRefusal } from '../judge/judgement';
import { openOrder } from '../judge/open-order';
import { NO_FACTS, type OrderFacts } from '../judge/order-facts';
import type { OrderRules } from '../policy/order-policy';
import type { LinkWords, PastIssue } from './past-links';
import { PastOrder, statusOf } from './past-order';

/** A start in the past that the rules would have refused. */
export type RefusedStart = {
  readonly issueId: string;
  readonly key: string;
  readonly at: Instant;
  /** Account id of who made it; null when Jira does not say. */
  readonly by: string | null;
  readonly blockerKeys: readonly string[];
  /** When it would have been allowed; null when it still would not be at the end of the period. */
  readonly freeAt: Instant | null;
  /** From the start to `freeAt`, else to the end of the period. By the wall clock, not working time. */
  readonly waitMs: Millis;
};

export type DepartmentDryRun = {
  readonly projectKey: string;
  readonly starts: number;
  readonly refused: number;
  /** By the wall clock; null without refused starts. The lower of the middle two. */
  readonly medianWaitMs: Millis | null;
  readonly totalWaitMs: Millis;
};

export type DryRun = {
  readonly from: Instant;
  readonly to: Instant;
  readonly starts: number;
  /** By time, then by key. */
  readonly refused: readonly RefusedStart[];
  /** Of whoever started; by the number of refused starts, most first, then by key. */
  readonly departments: readonly DepartmentDryRun[];
  /** Links to issues whose past was not given, and which are left out. */
  readonly linksOutside: number;
};

export type DryRunPeriod = { readonly from: Instant; readonly to: Instant };

/**
 * "Had these rules been on": every start of a period, judged by the same judge as today's moves, on
 * the order as it was at that moment. Knows statuses, resolutions and links from changelogs; not
 * parents, passes or confirmations of that time. Gates that began with `enforcedSince` count from
 * the beginning of the period.
 *
 * VIRT-7 started on Monday 10:00 while NET-12 was open, which was done on Tuesday 10:00: one refused
 * start with 24 hours of waiting.
 */
export function dryRun(
  issues: readonly PastIssue[],
  types: readonly LinkWords[],
  rules: OrderRules,
  { from, to }: DryRunPeriod,
  facts: Partial<OrderFacts> = {},
): DryRun {
  const policies = rules.policies.map((policy) => ({ ...policy, enforcedSince: null }));
  const judge: PastJudge = {
    past: new PastOrder(issues, types, { ...rules, policies }),
    rules: { ...rules, policies },
    facts: { ...NO_FACTS, ...facts },
    to,
  };
  const departments = new Map<string, { starts: number; waits: number[] }>();
  const refused: RefusedStart[] = [];
  let starts = 0;
  for (const { key, at, by, into } of startsIn(judge, from)) {
    starts += 1;
    const projectKey = projectKeyOf(key);
    const department = departments.get(projectKey) ?? { starts: 0, waits: [] };
    departments.set(projectKey, department);
    department.starts += 1;
    const start = refusedStart(judge, key, at, into);
    if (start === null) continue;
    department.waits.push(start.waitMs);
    refused.push({ ...start, by });
  }
  refused.sort((a, b) => a.at - b.at || compareKeys(a.key, b.key));
  return {
    ...{ from, to, starts, refused, linksOutside: judge.past.linksOutside },
    departments: [...departments]
      .map(([projectKey, counted]) => departmentOf(projectKey, counted))
      .sort((a, b) => b.refused - a.refused || (a.projectKey < b.projectKey ? -1 : 1)),
  };
}

type PastJudge = {
  readonly past: PastOrder;
  readonly rules: OrderRules;
  readonly facts: OrderFacts;
  readonly to: Instant;
};

type Start = {
  readonly key: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly into: Status;
};

function* startsIn({ past, rules, to }: PastJudge, from: Instant): Generator<Start> {
  for (const [key, history] of past.histories) {
    for (const event of history.events) {
      if (event.kind !== 'status' || event.at < from || event.at >= to) continue;
      const into = statusOf(event.to);
      const before = categoryOf(rules, key, statusOf(event.from));
      if (gateOf(before, categoryOf(rules, key, into)) !== 'start') continue;
      yield { key, at: event.at, by: event.by, into };
    }
  }
}

function refusedStart(
  judge: PastJudge,
  key: string,
  at: Instant,
  into: Status,
): Omit<RefusedStart, 'by'> | null {
  const before = judge.past.around(key, at);
  const issue = before[0];
  const refusal = issue === undefined ? null : refusalAt(judge, before, into, at);
  if (issue === undefined || refusal === null) return null;
  const freeAt = whenFree(judge, issue.status, key, into, at, refusal);
  return {
    issueId: issue.id,
    key,
    at,
    blockerKeys: refusal.blockers.map((blocker) => blocker.key ?? blocker.id),
    freeAt,
    waitMs: millis((freeAt ?? judge.to) - at),
  };
}

/** The first instant at which it could have started, had it not: judged at every change in between. */
function whenFree(
  judge: PastJudge,
  status: Status,
  key: string,
  into: Status,
  at: Instant,
  first: OrderRefusal,
): Instant | null {
  const { past, to } = judge;
  let refusal: OrderRefusal = first;
  for (const change of past.changesAfter(key, at)) {
    if (change >= to) break;
    if (refusal.opensAt !== null && refusal.opensAt <= change) return refusal.opensAt;
    // As things stood once the change was made, with the issue where it was before its start.
    const moment = instant(change + 1);
    const [own, ...others] = past.around(key, moment);
    if (own === undefined) return null;
    const next = refusalAt(judge, [{ ...own, status }, ...others], into, moment);
    if (next === null) return change;
    refusal = next;
  }
  return refusal.opensAt !== null && refusal.opensAt < to ? refusal.opensAt : null;
}

function refusalAt(
  { rules, facts }: PastJudge,
  read: Parameters<typeof buildLinkGraph>[0],
  to: Status,
  now: Instant,
): OrderRefusal | null {
  const [issue] = read;
  if (issue === undefined) return null;
  const order = openOrder(buildLinkGraph(read, rules), rules, facts);
  const asked = { issueId: issue.id, to, mover: { kind: 'unknown' as const }, now };
  const judgement = judgeMove(order, asked);
  return judgement.kind === 'refused' ? judgement.refusal : null;
}

function departmentOf(
  projectKey: string,
  { starts, waits }: { readonly starts: number; readonly waits: readonly number[] },
): DepartmentDryRun {
  const sorted = [...waits].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return {
    ...{ projectKey, starts, refused: waits.length },
    medianWaitMs: median === undefined ? null : millis(median),
    totalWaitMs: millis(waits.reduce((sum, ms) => sum + ms, 0)),
  };
}
