import { categoryOf } from './category-of';
import { closedAs, isDuplicate } from './closed-as';
import type { LinkGraph } from './link-graph';
import type { OrderRules } from './order-policy';

/**
 * Ids of the issues that have to be read before this one can be judged, as far as what was read
 * tells; [] when nothing is missing. A link's stub knows no resolution, no date and no links, so
 * whatever stands directly before it is read; while one of those is open, also what stands open
 * behind it (it may wait for a circle), the originals of closed duplicates, and its parent where
 * parents hand their blockers down. Asked again after each reading, it comes to an end.
 *
 * VIRT-7 was read and is blocked by NET-12: ['NET-12's id].
 */
export function idsToRead(graph: LinkGraph, rules: OrderRules, issueId: string): readonly string[] {
  const wanted = new Set<string>();
  const blockers = blockersOf(graph, issueId);
  for (const id of blockers) addWithOriginals(graph, id, wanted);
  const parentId = parentWanted(graph, rules, issueId);
  if (parentId !== null) {
    wanted.add(parentId);
    for (const id of blockersOf(graph, parentId)) addWithOriginals(graph, id, wanted);
  }
  const isOpen = (id: string): boolean => {
    const issue = graph.issues.get(id);
    return issue !== undefined && categoryOf(rules, issue.key, issue.status) !== 'done';
  };
  if ([...wanted].some(isOpen)) {
    for (const { successorId } of graph.outOf.get(issueId) ?? []) {
      if (isOpen(successorId)) wanted.add(successorId);
    }
  }
  return [...wanted].filter((id) => !graph.read.has(id));
}

function blockersOf(graph: LinkGraph, issueId: string): readonly string[] {
  return (graph.into.get(issueId) ?? []).map(({ blockerId }) => blockerId);
}

/** The issue, and where it was closed as a duplicate what it duplicates, and so on. */
function addWithOriginals(graph: LinkGraph, id: string, wanted: Set<string>): void {
  if (wanted.has(id)) return;
  wanted.add(id);
  const issue = graph.issues.get(id);
  const as = issue === undefined ? null : closedAs(issue, { kind: 'wellKnown' });
  if (as === null || !isDuplicate(as)) return;
  for (const original of graph.duplicateOf.get(id) ?? []) {
    addWithOriginals(graph, original, wanted);
  }
}

function parentWanted(graph: LinkGraph, rules: OrderRules, issueId: string): string | null {
  const isInherited = rules.policies.some(({ inherit }) => inherit.toSubtasks || inherit.fromEpic);
  return isInherited ? (graph.issues.get(issueId)?.parentId ?? null) : null;
}
