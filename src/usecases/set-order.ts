import type { Answer } from '../contract/answer';
import type { OrderRequest } from '../contract/tam-panel';
import type { Issue } from '../core/issue';
import { type BlockLinkType, listBlockers, listSuccessors } from '../core/order/block-links';
import { findPath } from '../core/order/find-path';
import { buildOrderGraph, type OrderGraph } from '../core/order/order-graph';
import type { UserEnv } from './env';
import { findPairToOrder, noteOrder, type PairOfEpics } from './order-of-epics';
import { done, refuse, textsFor } from './problem';

/** More than any real chain of work; a wider neighbourhood is not searched for circles. */
const MOST_ISSUES = 1000;

/**
 * Makes "successor waits for blocker" in Jira, with the TAM's own rights there. Refuses an order
 * that nobody could keep: of an issue with itself, with its parent or child, and one that closes a
 * circle, whose path it shows (order semantics D1, D2). Said twice it changes nothing.
 */
export async function setOrder(
  env: UserEnv,
  panelIssueId: string,
  request: OrderRequest,
): Promise<Answer<null>> {
  const texts = textsFor(env);
  const found = await findPairToOrder(env, panelIssueId, request);
  if (!found.ok) return found;
  const { successor, blocker } = found.value;
  if (successor.id === blocker.id) {
    return refuse('invalid', texts.waitsForItself(successor.key));
  }
  if (successor.parentId === blocker.id || blocker.parentId === successor.id) {
    return refuse('invalid', texts.waitsForFamily(successor.key, blocker.key));
  }
  const linkTypeId = await findBlockLinkTypeId(env);
  if (linkTypeId === null) return refuse('notFound', texts.noLinkType);
  if (listBlockers(successor, linkTypeId).some(({ id }) => id === blocker.id)) return done(null);
  const path = await findCircle(env, found.value, linkTypeId);
  if (path !== null) {
    return refuse('conflict', texts.closesCircle(successor.key, blocker.key, path.join(' → ')));
  }
  await env.asUser.linkBlocks(linkTypeId, blocker.id, successor.id);
  await noteOrder(env, 'setOrder', found.value);
  return done(null);
}

/** The configured type, else the one that Jira ships as "Blocks". */
async function findBlockLinkTypeId(env: UserEnv): Promise<string | null> {
  const configured = await env.settings.findBlockLinkTypeId();
  if (configured !== null) return configured;
  const types = await env.asUser.listLinkTypes();
  return types.find(({ name }) => name.toLowerCase() === 'blocks')?.id ?? null;
}

/**
 * The circle that the new link would close, as keys, null if none. Read as the app: a circle holds
 * everybody up even where it runs through issues that the TAM may not see; those are not named.
 */
async function findCircle(
  env: UserEnv,
  { successor, blocker }: PairOfEpics,
  linkTypeId: BlockLinkType,
): Promise<readonly string[] | null> {
  const graph = await readBehind(env, successor.id, blocker.id, linkTypeId);
  const path = findPath(graph, successor.id, blocker.id);
  if (path === null) return null;
  const visible = await env.asUser.listIssues(path);
  const keys = new Map(visible.map(({ id, key }) => [id, key]));
  const hidden = textsFor(env).hiddenInPath;
  return [...path, successor.id].map((id) => keys.get(id) ?? hidden);
}

/** Everything that waits, directly or not, for an issue; stops early once the target is reached. */
async function readBehind(
  env: UserEnv,
  fromId: string,
  targetId: string,
  linkTypeId: BlockLinkType,
): Promise<OrderGraph> {
  const read = new Map<string, Issue>();
  let next: readonly string[] = [fromId];
  while (next.length > 0 && read.size < MOST_ISSUES) {
    const issues = await env.asApp.listIssues(next);
    for (const issue of issues) read.set(issue.id, issue);
    const behind = issues.flatMap((issue) => listSuccessors(issue, linkTypeId));
    if (behind.some(({ id }) => id === targetId)) break;
    next = behind.map(({ id }) => id).filter((id) => !read.has(id));
  }
  return buildOrderGraph([...read.values()], linkTypeId);
}
