import type { Issue, IssueLink, Status } from '../../../core/issue';
import { buildLinkGraph } from '../../../core/order/graph/build-link-graph';
import type { LinkGraph } from '../../../core/order/graph/link-graph';
import type { Gate } from '../../../core/order/judge/judgement';
import { listUnread, listUnreadAt } from '../../../core/order/judge/list-unread';
import { openOrder } from '../../../core/order/judge/open-order';
import type { UnreadableBlocker } from '../../../core/order/judge/order-facts';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { Env } from '../../env';
import { readUnread } from './read-unread';

/** One issue with what stands around it, as the app reads it. */
export type Around = {
  readonly issue: Issue;
  readonly read: readonly Issue[];
  readonly graph: LinkGraph;
  /** Linked, but not given when asked for: hidden from the app, or deleted this very moment. */
  readonly unreadable: readonly UnreadableBlocker[];
};

/** Jira reads a hundred issues in one call; what does not fit is read in the next one. */
const HINTS = 99;
/** The issue with its neighbours as last seen, new neighbours, and what those stand for. */
const READINGS = 3;

/** What is asked of an issue, and whatever is worth reading along with it: a hint, never more. */
export type AroundAsked = {
  readonly idOrKey: string;
  /** A move to a status, or what stands at a gate wherever the issue stands. */
  readonly at: Status | Gate;
  readonly nearIds: readonly string[];
};

/**
 * Reads what judging takes, as the app: an invisible blocker holds work back all the same (order
 * semantics D4). Null when the app cannot read the issue itself. One read of Jira when its
 * neighbours are those of the hint and nothing before it is open; two for new neighbours or a
 * circle, three at most. Where an epic counts as done with its children, a search besides, which
 * may be seconds behind.
 */
export async function readAround(
  env: Env,
  { idOrKey, at, nearIds }: AroundAsked,
  rules: OrderRules,
): Promise<Around | null> {
  const near = nearIds.slice(0, HINTS);
  const read = [...(await env.asApp.listIssues([idOrKey, ...near]))];
  const issue = read.find(({ key, id }) => key === idOrKey || id === idOrKey);
  if (issue === undefined) return null;
  const asked = new Set([issue.id, ...near]);
  const reach = everywhere(rules);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const order = openOrder(buildLinkGraph(read, reach), reach);
    const unread =
      typeof at === 'string'
        ? listUnreadAt(order, issue.id, at)
        : listUnread(order, { issueId: issue.id, to: at });
    const found = await readUnread(env, unread, asked);
    if (found === null) break;
    read.push(...found);
  }
  return { issue, ...withoutUnreadable(read, asked, rules) };
}

/** The rules as if every policy held for all links: what they reach is all that need be read. */
export function everywhere(rules: OrderRules): OrderRules {
  const policies = rules.policies.map((policy) => ({ ...policy, scope: { kind: 'all' } as const }));
  return { ...rules, policies };
}

/** The stub of an issue that does not come when it is asked for proves nothing about its state. */
export function withoutUnreadable(
  read: readonly Issue[],
  asked: ReadonlySet<string>,
  rules: OrderRules,
): Pick<Around, 'read' | 'graph' | 'unreadable'> {
  const came = new Set(read.map(({ id }) => id));
  const isGone = (issue: Issue, { other }: IssueLink): boolean =>
    asked.has(other.id) && !came.has(other.id) && other.id !== issue.parentId;
  const unreadable = read.flatMap((issue) =>
    issue.links
      .filter((link) => link.end === 'inward' && isGone(issue, link))
      .map(({ other, typeId, typeName }) => ({
        ...{ successorId: issue.id, blockerId: other.id, typeId, typeName },
      })),
  );
  const known = read.map((issue) => ({
    ...issue,
    links: issue.links.filter((link) => !isGone(issue, link)),
  }));
  return { read, graph: buildLinkGraph(known, rules), unreadable };
}
