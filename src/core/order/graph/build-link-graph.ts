import type { IssueLink } from '../../issue';
import type { OrderRules } from '../policy/order-policy';
import { isDuplicateLink, isOrderLink } from './block-links';
import type { LinkGraph, OrderEdge } from './link-graph';
import type { OrderIssue, ReadIssue } from './order-issue';

/**
 * Joins the links of the issues that were read, of every type that some policy gates. A link seen
 * from both ends is one edge, and so are two links of one type between a pair; links in both
 * directions are two edges, a circle of two (order semantics D3). Where an issue comes twice, the
 * first counts.
 *
 * VIRT-7 carries `{ end: 'inward', other: NET-12 }`: one edge, blocker NET-12, successor VIRT-7.
 */
export function buildLinkGraph(read: readonly ReadIssue[], rules: OrderRules): LinkGraph {
  const graph = new Joining(rules);
  for (const issue of read) graph.addIssue(issue);
  for (const issue of read) for (const link of issue.links) graph.addLink(issue, link);
  return graph;
}

class Joining implements LinkGraph {
  readonly issues = new Map<string, OrderIssue>();
  readonly read = new Set<string>();
  readonly into = new Map<string, OrderEdge[]>();
  readonly outOf = new Map<string, OrderEdge[]>();
  readonly family = new Map<string, string[]>();
  readonly duplicateOf = new Map<string, string[]>();
  readonly cloneOf = new Map<string, string[]>();
  readonly childrenOf = new Map<string, string[]>();

  constructor(private readonly rules: OrderRules) {}

  addIssue(issue: ReadIssue): void {
    if (this.read.has(issue.id)) return;
    this.read.add(issue.id);
    this.issues.set(issue.id, issue);
    if (issue.parentId !== null) addTo(this.childrenOf, issue.parentId, issue.id);
  }

  addLink(issue: ReadIssue, link: IssueLink): void {
    const { other } = link;
    if (!this.issues.has(other.id)) this.issues.set(other.id, other);
    // Of all three types the issue at the inward end is the one that is blocked, cloned, duplicated.
    const [first, second] = link.end === 'inward' ? [other.id, issue.id] : [issue.id, other.id];
    if (isDuplicateLink(link, this.rules)) {
      addTo(this.duplicateOf, first, second);
    } else if (isCloneLink(link, this.rules)) {
      addTo(this.cloneOf, first, second);
    }
    if (isOrderLink(link, this.rules)) this.#addEdge(first, second, link);
  }

  #addEdge(blockerId: string, successorId: string, { id, typeId, typeName }: IssueLink): void {
    if (this.#areFamily(blockerId, successorId)) {
      addTo(this.family, blockerId, successorId);
      addTo(this.family, successorId, blockerId);
      return;
    }
    const known = this.into.get(successorId);
    if (known?.some((edge) => edge.blockerId === blockerId && edge.typeId === typeId)) return;
    const edge = { blockerId, successorId, typeId, typeName, linkId: id };
    push(this.into, successorId, edge);
    push(this.outOf, blockerId, edge);
  }

  #areFamily(a: string, b: string): boolean {
    if (a === b) return true;
    return this.issues.get(a)?.parentId === b || this.issues.get(b)?.parentId === a;
  }
}

function isCloneLink({ typeId, typeName }: IssueLink, { clonersTypeId }: OrderRules): boolean {
  return clonersTypeId === null ? typeName.toLowerCase() === 'cloners' : typeId === clonersTypeId;
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  if (!map.get(key)?.includes(value)) push(map, key, value);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
