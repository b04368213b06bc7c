import type { WorkingTime } from '../../calendar/calendar';
import type { Instant } from '../../time';
import type { OrderEdge } from '../graph/link-graph';
import type { Lag } from '../policy/order-policy';
import type { Pass } from './pass';

/** A TAM has said that the cancelled blocker need not be waited for (D10). */
export type Confirmation = {
  readonly successorId: string;
  readonly blockerId: string;
  /** Of the resolution, or of the status where the blocker has none, that it was closed with. */
  readonly closedAsId: string;
  readonly by: string;
  readonly at: Instant;
};

/** A link is known from an event or a plan, and the app may not read its other end (D4). */
export type UnreadableBlocker = {
  readonly successorId: string;
  readonly blockerId: string;
  readonly typeId: string;
  readonly typeName: string;
};

/** What the order depends on besides Jira's issues and the rules. */
export type OrderFacts = {
  readonly confirmations: readonly Confirmation[];
  readonly unreadable: readonly UnreadableBlocker[];
  /** Issue id to the first instant at which it may start (D39). */
  readonly notBefore: ReadonlyMap<string, Instant>;
  /** Of the issue, and of its parent where blockers are handed down. */
  readonly passes: readonly Pass[];
  /** The lag of this very link; null: that of the departments, by policy. */
  readonly lagOf: (edge: OrderEdge) => Lag | null;
  /** Did somebody say that this link, which came with a copy, belongs there (D25)? */
  readonly isKept: (edge: OrderEdge) => boolean;
  /** Was the hand-over along this link returned, and not given again? */
  readonly isReturned: (edge: Pick<OrderEdge, 'blockerId' | 'successorId'>) => boolean;
  /** A department's calendar by project key; null: every hour counts. */
  readonly calendarOf: (projectKey: string) => WorkingTime | null;
  /** Client projects that an issue belongs to, itself or by its parent. */
  readonly clientProjectsOf: (issueId: string) => readonly string[];
};

export const NO_FACTS: OrderFacts = {
  confirmations: [],
  unreadable: [],
  notBefore: new Map(),
  passes: [],
  lagOf: () => null,
  isKept: () => false,
  isReturned: () => false,
  calendarOf: () => null,
  clientProjectsOf: () => [],
};
