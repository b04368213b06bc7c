import type { Issue } from '../core/issue';
import { type BlockLinkType, listBlockers, listSuccessors } from '../core/order/block-links';
import { buildOrderGraph, type OrderGraph, openBlockerIds } from '../core/order/order-graph';
import type { UserEnv } from './env';

/** The order around some issues, and which part of it the viewer may know. */
export type OrderRead = {
  /** Those of the issues that the viewer may browse. */
  readonly seen: readonly Issue[];
  /** Their open blockers elsewhere that he may browse. */
  readonly seenElsewhere: readonly Issue[];
  /** Keys of those of the issues that exist and that he may not browse. */
  readonly unseenKeys: readonly string[];
  /** The same issues as the app reads them: for the graph only. */
  readonly asApp: readonly Issue[];
  readonly graph: OrderGraph;
  /** Has he read this issue himself? The link of another issue to it proves nothing. */
  readonly mayKnow: (issueId: string) => boolean;
};

/**
 * Reads issues and their links twice: as the viewer, and as the app, because an invisible blocker
 * holds work back all the same (order semantics D4). Then the open blockers that are not among the
 * issues, as the viewer: Jira does not promise to leave out links to what he may not browse, so he
 * is told of nothing but what he was given as an issue. Of the rest nothing leaves this use case
 * but counts. Two reads per hundred issues, one per hundred blockers elsewhere.
 */
export async function readOrder(
  env: UserEnv,
  issueIds: readonly string[],
  blockType: BlockLinkType,
): Promise<OrderRead> {
  const [seen, all] = await Promise.all([
    env.asUser.listIssues(issueIds),
    env.asApp.listIssues(issueIds),
  ]);
  const known = new Set(seen.map(({ id }) => id));
  const unseen = all.filter(({ id }) => !known.has(id));
  const graph = buildOrderGraph([...all, ...seen], blockType);
  const asked = new Set(issueIds);
  const elsewhere = seen
    .flatMap(({ id }) => openBlockerIds(graph, id))
    .filter((id) => !asked.has(id));
  const seenElsewhere = await env.asUser.listIssues(elsewhere);
  for (const { id } of seenElsewhere) known.add(id);
  return {
    seen,
    seenElsewhere,
    unseenKeys: unseen.map(({ key }) => key),
    asApp: all,
    graph,
    mayKnow: (id) => known.has(id),
  };
}

/** Ids of what stands directly before and behind an issue and is not done. */
export function openNeighbourIds(issue: Issue, blockType: BlockLinkType): readonly string[] {
  return [...listBlockers(issue, blockType), ...listSuccessors(issue, blockType)]
    .filter(({ status }) => status.category !== 'done')
    .map(({ id }) => id);
}
