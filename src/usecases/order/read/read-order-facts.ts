import { NO_FACTS, type OrderFacts } from '../../../core/order/judge/order-facts';
import { handingParent } from '../../../core/order/judge/waits';
import type { Env } from '../../env';
import { readReturned, returnedIn } from '../hand-over/read-returned';
import { giveBackPasses } from './give-back-passes';
import { readLagCalendars } from './lag-calendars';
import type { Around } from './read-around';
import type { OrderSetup } from './read-order-site';

/**
 * What the rule needs besides Jira to say yes: dates, lags and links that the app cannot follow,
 * out of KVS; where its parent hands down what it waits for, what is known of that as well. One or
 * two reads of KVS, one a policy where there are lags, and one or two where departments hand over.
 * No SQL.
 */
export async function readDates(
  env: Env,
  { issue, read, unreadable }: Pick<Around, 'issue' | 'read' | 'unreadable'>,
  { site, rules }: OrderSetup,
): Promise<OrderFacts> {
  const parentId = handingParent(rules, issue);
  const line = parentId === null ? [issue.id] : [issue.id, parentId];
  const found = await Promise.all(line.map((id) => env.order.findIssueOrder(id)));
  const known = new Map(found.map((order, index) => [line[index] ?? '', order]));
  const notBefore = known.get(issue.id)?.notBefore ?? null;
  const hasLags = found.some(({ lags }) => Object.keys(lags).length > 0);
  const calendarOf = await readLagCalendars(env, site, hasLags);
  // Of what can be read Jira itself tells whether it is linked.
  const told = [...known].flatMap(([successorId, order]) =>
    order.unreadable
      .filter(({ blockerId }) => !read.some(({ id }) => id === blockerId))
      .map((link) => ({ ...link, successorId })),
  );
  return {
    ...NO_FACTS,
    unreadable: [...unreadable, ...told],
    notBefore: new Map(notBefore === null ? [] : [[issue.id, notBefore]]),
    lagOf: ({ successorId, linkId }) => known.get(successorId)?.lags[linkId] ?? null,
    isKept: ({ successorId, linkId }) =>
      known.get(successorId)?.keptLinkIds.includes(linkId) === true,
    isReturned: await readReturned(env, issue, site),
    calendarOf,
  };
}

/**
 * The same with what only SQL knows, which can let a refused move through: confirmations, passes,
 * and which client projects the ends of a link belong to. One statement, and one more where a
 * hand-over is said to have been returned. Of Jira see `giveBackPasses`.
 */
export async function readReleases(
  env: Env,
  { issue, read }: Pick<Around, 'issue' | 'read'>,
  dates: OrderFacts,
  { rules }: Pick<OrderSetup, 'rules'>,
): Promise<OrderFacts> {
  const line = issue.parentId === null ? [issue.id] : [issue.id, issue.parentId];
  const [{ confirmations, passes, links }, isReturned] = await Promise.all([
    env.order.readReleases(line, [
      ...new Set(read.flatMap(({ id, parentId }) => [id, parentId ?? id])),
    ]),
    confirmReturned(env, { issue, read }, line, dates),
  ]);
  const projectsOf = new Map<string, readonly string[]>();
  for (const { id, parentId } of read) {
    const own = links.filter(({ issueId }) => issueId === id || issueId === parentId);
    projectsOf.set(id, [...new Set(own.map(({ clientProjectId }) => clientProjectId))]);
  }
  const clientProjectsOf = (issueId: string) => projectsOf.get(issueId) ?? [];
  const good = await giveBackPasses(env, passes, rules, (id) => read.find((one) => one.id === id));
  return { ...dates, confirmations, passes: good, isReturned, clientProjectsOf };
}

/** A hint that is behind holds nothing back. */
async function confirmReturned(
  env: Env,
  { issue, read }: Pick<Around, 'issue' | 'read'>,
  line: readonly string[],
  dates: OrderFacts,
): Promise<OrderFacts['isReturned']> {
  const near = [...read.map(({ id }) => id), ...issue.links.map(({ other }) => other.id)];
  const isSaid = line.some((successorId) =>
    near.some((blockerId) => dates.isReturned({ blockerId, successorId })),
  );
  if (!isSaid) return dates.isReturned;
  const isStored = returnedIn(await env.order.listHandOversOf(line));
  return (edge) => dates.isReturned(edge) && isStored(edge);
}
