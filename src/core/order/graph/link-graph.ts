import type { OrderIssue } from './order-issue';

/** "blocker must be done before successor", by a link of Jira. */
export type OrderEdge = {
  readonly blockerId: string;
  readonly successorId: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly linkId: string;
};

/** Who stands before whom, as far as the issues that were read tell. Keys are issue ids. */
export type LinkGraph = {
  /** Every issue that was read or is named by a link of one. */
  readonly issues: ReadonlyMap<string, OrderIssue>;
  /** Those that were read themselves, so that all of their links are known. */
  readonly read: ReadonlySet<string>;
  readonly into: ReadonlyMap<string, readonly OrderEdge[]>;
  readonly outOf: ReadonlyMap<string, readonly OrderEdge[]>;
  /** Links of an issue with itself, its parent or its child: they order nothing (D2). */
  readonly family: ReadonlyMap<string, readonly string[]>;
  readonly duplicateOf: ReadonlyMap<string, readonly string[]>;
  readonly cloneOf: ReadonlyMap<string, readonly string[]>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
};
