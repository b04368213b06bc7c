import type { Issue } from '../../core/issue';
import { type OrderGraph, orderGraphOf } from '../../core/order/graph/order-graph';
import { holdOf } from '../../core/order/judge/hold';
import type { OrderFlag } from '../../core/order/judge/judgement';
import { openOrder } from '../../core/order/judge/open-order';
import { stepOf } from '../../core/order/judge/step-of';
import type { UserEnv } from '../env';
import { readNear } from '../order/read/read-near';
import type { OrderSetup } from '../order/read/read-order-site';
import { readScreenFacts } from '../order/read/read-screen-facts';
import { type IssueOrder, NO_ISSUE_ORDER } from '../ports/order-ports';

/** The order around some issues, and which part of it the viewer may know. */
export type OrderRead = {
  /** Those of the issues that the viewer may browse. */
  readonly seen: readonly Issue[];
  /** What else is named to him: open blockers elsewhere, members of a circle. */
  readonly seenElsewhere: readonly Issue[];
  /** Keys of those of the issues that exist and that he may not browse. */
  readonly unseenKeys: readonly string[];
  /** By the site's rules, as of now; who looks makes no difference. */
  readonly graph: OrderGraph;
  /** Has he read this issue himself? The link of another issue to it proves nothing. */
  readonly mayKnow: (issueId: string) => boolean;
  /** What was decided about the issue of the screen besides its links. */
  readonly own: IssueOrder;
};

export type OrderToRead = {
  readonly issueIds: readonly string[];
  /** The one of which everything is shown; null: each is a line among others. */
  readonly focusId: string | null;
  /** Whose passes are shown whether they matter now or not. */
  readonly passesOf: readonly string[];
};

/** One issue and the short answer for it. */
export function aboutOne(issueId: string): OrderToRead {
  return { issueIds: [issueId], focusId: issueId, passesOf: [] };
}

/** Lines of a list. */
export function aboutAll(issueIds: readonly string[]): OrderToRead {
  return { issueIds, focusId: null, passesOf: [] };
}

/**
 * Reads issues and their links twice: as the viewer, and as the app, because an invisible blocker
 * holds work back all the same (order semantics D4). What stands around them is read as the app, as
 * the rule in the workflow reads it, and what is to be named of that as the viewer: Jira does not
 * promise to leave out links to what he may not browse, so he is told of nothing but what he was
 * given as an issue. Of the rest nothing leaves the use cases but counts.
 *
 * Reads of Jira per hundred issues: two, one or two for neighbours elsewhere, one for their names.
 * SQL: see `readScreenFacts`.
 */
export async function readOrder(
  env: UserEnv,
  { issueIds, focusId, passesOf }: OrderToRead,
  setup: OrderSetup,
): Promise<OrderRead> {
  const [seen, all] = await Promise.all([
    env.asUser.listIssues(issueIds),
    env.asApp.listIssues(issueIds),
  ]);
  const known = new Set(seen.map(({ id }) => id));
  const near = await readNear(env, { seen, all, issueIds, focusId }, setup);
  const { facts, own } = await readScreenFacts(env, { ...near, issueIds, passesOf }, setup);
  const graph = orderGraphOf(openOrder(near.graph, setup.rules, facts), env.now());
  const toName = namedIds(graph, issueIds, focusId).filter((id) => !known.has(id));
  const asked = new Set(issueIds);
  const seenElsewhere = await env.asUser.listIssues(toName.filter((id) => !asked.has(id)));
  for (const { id } of seenElsewhere) known.add(id);
  return {
    seen,
    seenElsewhere,
    unseenKeys: all.filter(({ id }) => !seen.some((one) => one.id === id)).map(({ key }) => key),
    graph,
    mayKnow: (id) => known.has(id),
    own: own.get(focusId ?? '') ?? NO_ISSUE_ORDER,
  };
}

/** Does anything order this issue, done or not, visible to the viewer or not? */
export function isOrdered({ id }: Pick<Issue, 'id'>, { graph }: Pick<OrderRead, 'graph'>): boolean {
  const { order } = graph;
  return (
    order.waitsOf(id).length > 0 ||
    order.facts.notBefore.has(id) ||
    (order.graph.family.get(id)?.length ?? 0) > 0
  );
}

/** Every blocker that is open, and for the issue of the screen whatever its flags speak of. */
function namedIds(
  { order, now, issues }: OrderGraph,
  issueIds: readonly string[],
  focusId: string | null,
): readonly string[] {
  const ids = new Set<string>();
  const addHeld = (id: string, gate: 'start' | 'finish') => {
    for (const blocker of holdOf(order, id, gate, now).blockers) {
      ids.add(blocker.id);
      if (id !== focusId) continue;
      if (blocker.insteadOfId !== null) ids.add(blocker.insteadOfId);
      ids.add(blocker.heldById);
    }
  };
  for (const id of issueIds) if (order.isLive(id)) addHeld(id, 'start');
  if (focusId !== null) {
    if (order.isLive(focusId)) addHeld(focusId, 'finish');
    const { flags } = stepOf(order, focusId, now) ?? { flags: [] };
    for (const id of flags.flatMap(idsIn)) ids.add(id);
  }
  return [...ids].filter((id) => issues.has(id));
}

function idsIn(flag: OrderFlag): readonly string[] {
  switch (flag.kind) {
    case 'cycle':
      return flag.path;
    case 'familyLink':
      return [flag.otherId];
    case 'releasedByCancellation':
    case 'unknownBlocker':
      return [flag.blockerId];
    case 'suspectLink':
      return [flag.blockerId, flag.copiedFromId];
    case 'uncertain':
      return [];
    default:
      return flag.blockerIds;
  }
}
