import type { Answer } from '../../../contract/answer';
import type { Issue } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import { categoryOf } from '../../../core/order/judge/category-of';
import { openOrder } from '../../../core/order/judge/open-order';
import { type PlanBase, planBase } from '../../../core/order/plan/plan-base';
import type { WhatIfFacts } from '../../../core/order/plan/what-if';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import { calendarDate } from '../../../core/project/calendar-date';
import type { Department } from '../../../core/project/client-project';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { everywhere, withoutUnreadable } from '../read/read-around';
import type { OrderSetup } from '../read/read-order-site';
import { readScreenFacts } from '../read/read-screen-facts';

/** The dates of a client project as Jira has them now, with what is needed to show them. */
export type PlanRead = {
  readonly base: PlanBase;
  /** As the viewer has read it himself; of others he is told nothing but counts. */
  readonly issueOf: (issueId: string) => Issue | undefined;
  /** By the statuses of its department (order semantics D23). */
  readonly isOpen: (issue: Pick<Issue, 'key' | 'status'>) => boolean;
  readonly facts: WhatIfFacts;
  readonly departments: readonly Department[];
  /** More work waits behind this than was read. */
  readonly isCut: boolean;
};

/** A draft keeps them all, and Forge keeps at most 240 KiB under one key. */
const MOST_ISSUES = 500;
/** How far behind the client project's own work others are followed. */
const STEPS = 3;

/**
 * Reads the open work of a client project, what stands before it and what waits behind it, the last
 * three steps far. As the viewer and as the app: a blocker that he may not browse pushes all the
 * same (order semantics D4). One SQL statement for the links, what `readScreenFacts` takes, and of
 * Jira per hundred issues: two reads, one a step, and one for what the viewer may see of the rest.
 */
export async function readPlan(
  env: UserEnv,
  clientProjectId: string,
  setup: OrderSetup,
): Promise<Answer<PlanRead>> {
  const links = await env.projects.listEpics(clientProjectId);
  if (links.length > MOST_ISSUES) {
    return refuse('invalid', textsFor(env).whatIf.tooMuch(MOST_ISSUES));
  }
  const linked = new Set(links.map(({ issueId }) => issueId));
  const [seen, all] = await Promise.all([
    env.asUser.listIssues([...linked]),
    env.asApp.listIssues([...linked]),
  ]);
  const read = appsFirst(all, seen);
  const near = await readBeside(env, { linked, read }, setup.rules);
  const beside = near.read.map(({ id }) => id).filter((id) => !linked.has(id));
  const issues = new Map(
    [...seen, ...(await env.asUser.listIssues(beside))].map((issue) => [issue.id, issue]),
  );
  const { graph, unreadable } = withoutUnreadable(near.read, near.asked, setup.rules);
  const issueIds = [...graph.read];
  const { facts } = await readScreenFacts(
    env,
    { issueIds, passesOf: [], graph, unreadable },
    setup,
  );
  const base = planBase(openOrder(graph, setup.rules, facts), {
    at: env.now(),
    isLinked: (id) => linked.has(id),
    isSeen: (id) => issues.has(id),
  });
  return done({
    base,
    issueOf: (id) => issues.get(id),
    isOpen: ({ key, status }) => categoryOf(setup.rules, key, status) !== 'done',
    facts: {
      dateOf: (at) => calendarDate(at, env.viewer.timeZone),
      calendarOf: facts.calendarOf,
    },
    departments: setup.departments,
    isCut: near.isCut,
  });
}

type Beside = {
  readonly read: readonly Issue[];
  readonly asked: ReadonlySet<string>;
  readonly isCut: boolean;
};

/** As the app: blockers of the linked work, and who waits for it, and for those. */
async function readBeside(
  env: UserEnv,
  { linked, read: first }: { linked: ReadonlySet<string>; read: readonly Issue[] },
  rules: OrderRules,
): Promise<Beside> {
  const read = [...first];
  const asked = new Set(linked);
  const behind = new Set(linked);
  const reach = everywhere(rules);
  for (let step = 0; ; step += 1) {
    const order = openOrder(buildLinkGraph(read, reach), reach);
    const waiters = [...behind].flatMap(order.waitersOf).filter(order.isLive);
    const isNew = (id: string): boolean => !asked.has(id);
    const next = [...new Set(waiters)].filter(isNew);
    const blockers = [...linked].filter(order.isLive).flatMap((id) =>
      order
        .waitsOf(id)
        .filter(({ hardness }) => hardness === 'hard')
        .map(({ blockerId }) => blockerId),
    );
    const missing = [...new Set([...next, ...blockers])].filter(isNew);
    const isFull = read.length + missing.length > MOST_ISSUES;
    if (missing.length === 0) return { read, asked, isCut: false };
    if (step === STEPS || isFull) return { read, asked, isCut: isFull || next.length > 0 };
    for (const id of missing) asked.add(id);
    for (const id of next) behind.add(id);
    read.push(...(await env.asApp.listIssues(missing)));
  }
}

/** To the viewer Jira does not show all links; what only he may read has his. */
function appsFirst(all: readonly Issue[], seen: readonly Issue[]): readonly Issue[] {
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...seen.filter(({ id }) => !known.has(id))];
}
