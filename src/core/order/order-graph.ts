import type { Issue, LinkedIssue } from '../issue';
import { type BlockLinkType, listBlockers, listSuccessors } from './block-links';

/** Who stands before whom, as far as the issues that were read tell. Keys of the maps are issue ids. */
export type OrderGraph = {
  /** Every issue that was read or is named by a link of one. */
  readonly issues: ReadonlyMap<string, LinkedIssue>;
  readonly blockersOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly successorsOf: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * Joins the links of the issues that were read. A link seen from both ends is one edge, links in
 * both directions are two (a circle of two); links between a parent and its child are left out.
 */
export function buildOrderGraph(read: readonly Issue[], type: BlockLinkType): OrderGraph {
  const issues = new Map<string, LinkedIssue>();
  const blockersOf = new Map<string, Set<string>>();
  const successorsOf = new Map<string, Set<string>>();
  const parentOf = new Map(read.map((issue) => [issue.id, issue.parentId]));
  const addEdge = (blocker: LinkedIssue, successor: LinkedIssue) => {
    if (parentOf.get(blocker.id) === successor.id || parentOf.get(successor.id) === blocker.id) {
      return;
    }
    for (const issue of [blocker, successor]) issues.set(issue.id, issues.get(issue.id) ?? issue);
    addTo(blockersOf, successor.id, blocker.id);
    addTo(successorsOf, blocker.id, successor.id);
  };
  // What was read knows more than the stubs of links, so it goes in first.
  for (const issue of read) issues.set(issue.id, issue);
  for (const issue of read) {
    for (const blocker of listBlockers(issue, type)) addEdge(blocker, issue);
    for (const successor of listSuccessors(issue, type)) addEdge(issue, successor);
  }
  return { issues, blockersOf, successorsOf };
}

/** Ids of the blockers of an issue that are not done. Done is the status category, nothing else. */
export function openBlockerIds(graph: OrderGraph, id: string): readonly string[] {
  return [...(graph.blockersOf.get(id) ?? [])].filter((other) => isOpen(graph, other));
}

/** Not done, as far as the graph knows the issue. */
export function isOpen(graph: OrderGraph, id: string): boolean {
  return graph.issues.get(id)?.status.category !== 'done';
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  values.add(value);
  map.set(key, values);
}
