import type { StatusCategory } from '../../core/issue';
import type { OrderFlag } from '../../core/order/judge/judgement';
import type { StepState } from '../../core/order/judge/step-state';
import type { Notice, NoticeState } from '../../core/order/notice';
import type { OrderProperty } from '../../core/order/order-property';
import type { Instant } from '../../core/time';

/** Where one issue stood in the order when it was last looked at. */
export type OrderState = {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly clientProjectId: string | null;
  /** It carries a security level: not everybody may hear of it by name. */
  readonly isRestricted: boolean;
  /** Jira's status, and the category that it has for the order. */
  readonly statusId: string;
  readonly category: StatusCategory;
  readonly state: StepState;
  /** Blockers that held it then, and all that were linked, done or not. */
  readonly waitsFor: readonly string[];
  readonly linkedIds: readonly string[];
  /** Of `linkedIds`, those that were open for the order, whether they held it or not. */
  readonly openIds: readonly string[];
  /** What stood behind it: all that is known of a deleted issue's links. */
  readonly successorIds: readonly string[];
  readonly flags: readonly OrderFlag[];
  readonly notice: NoticeState;
  /** Decided, but perhaps not told yet; telling it twice is telling it once. */
  readonly pending: Notice | null;
  /** Of all that its successors depend on: another mark, and they have to be looked at. */
  readonly mark: string;
  /** What is worth reading along with it. */
  readonly nearIds: readonly string[];
  /** When time alone changes something: a lag, a date, a settled notice; null: events tell. */
  readonly lookAgainAt: Instant | null;
  /** What the issue's property says of the order, or should: `isPublished` tells which. */
  readonly property: OrderProperty;
  readonly isPublished: boolean;
  /** When Jira was read; an older reading never replaces a newer one. */
  readonly readAt: Instant;
  /** Grows with each change: of two that write at once one wins, and the other looks again. */
  readonly version: number;
};

/** States of the order (Forge SQL): what was last seen, never what decides. */
export type OrderStatePort = {
  /** Those that are there. One statement per 1,000, none without ids. */
  readonly listStates: (issueIds: readonly string[]) => Promise<readonly OrderState[]>;
  /**
   * False when it was changed since the version shown (0: there was none), or read anew since. One
   * statement.
   */
  readonly saveState: (state: OrderState, shownVersion: number) => Promise<boolean>;
  readonly removeStates: (issueIds: readonly string[]) => Promise<void>;
  /** Issues whose time to be looked at has come, the earliest first; by the index. */
  readonly listDueStates: (now: Instant, max: number) => Promise<readonly string[]>;
  /** Ids above this one, in order: a walk over all. */
  readonly listStateIds: (after: string, max: number) => Promise<readonly string[]>;
  /** Issues in whose stored place this one occurs. One statement over all. */
  readonly listNaming: (issueId: string) => Promise<readonly string[]>;
  /** Issues that are warned of a blocker whose state nobody knows. One statement over all. */
  readonly countUnknown: () => Promise<number>;
  /** In flags: what somebody should look at, latest first. */
  readonly listSuspects: (max: number) => Promise<readonly OrderState[]>;
};
