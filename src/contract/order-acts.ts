import type { Gate, WhyOpen } from '../core/order/judge/judgement';
import type { Lag } from '../core/order/policy/order-policy';
import type { BlockerView, HiddenItems } from './views';

/** What the order says of one issue to one viewer, and what he may decide about it. */

/** Issues as one viewer may know them: by key, by department, or only by their number. */
export type IssueNames = {
  readonly keys: readonly string[];
  readonly hidden: readonly HiddenItems[];
  /** So many more that even the app cannot read. */
  readonly unreadable: number;
};

/** Why a blocker still holds; instants are ISO strings. */
export type WhyWaits =
  | Extract<WhyOpen, { kind: 'status' | 'unknown' | 'returned' }>
  /** Closed as "Won't do" and the like: a TAM confirms that nobody need wait for it. */
  | { readonly kind: 'notReleasing'; readonly closedAs: string }
  | { readonly kind: 'lag'; readonly until: string | null };

export type WaitView = BlockerView & {
  readonly id: string;
  readonly why: WhyWaits;
  /** The duplicate in whose place it stands, if the viewer may know that; else null. */
  readonly insteadOf: string | null;
  /** The parent that the link stands on, in the same way. */
  readonly heldBy: string | null;
};

/** Everything that stands against one gate, every open blocker by name or number. */
export type GateView = {
  readonly gate: Gate;
  readonly waitsFor: readonly WaitView[];
  readonly hidden: readonly HiddenItems[];
  readonly unreadable: number;
  readonly progress: { readonly done: number; readonly total: number };
  readonly notBefore: string | null;
  /** When time alone opens the gate. */
  readonly opensAt: string | null;
  /** The policy that refuses, where several stand. */
  readonly policyName: string | null;
};

/** What somebody should know of an issue's place in the order, whatever was decided. */
export type OrderFlagView =
  | {
      readonly kind: 'familyLink' | 'startedBeforeDone' | 'soft' | 'unknownBlocker';
      readonly issues: IssueNames;
    }
  | {
      readonly kind: 'releasedByCancellation';
      readonly issues: IssueNames;
      readonly closedAs: string;
      readonly by: string | null;
    }
  | {
      readonly kind: 'suspectLink';
      readonly blockerId: string;
      readonly issues: IssueNames;
      readonly copiedFrom: string | null;
    }
  | { readonly kind: 'grandfathered'; readonly issues: IssueNames }
  | { readonly kind: 'byPass'; readonly passId: string; readonly issues: IssueNames }
  | { readonly kind: 'freeAccount'; readonly issues: IssueNames };

/** `worthless`: another blocker has come since it was issued. */
export type PassState = 'open' | 'used' | 'revoked' | 'expired' | 'worthless';

export type PassView = {
  readonly id: string;
  readonly gate: Gate;
  readonly state: PassState;
  readonly reason: string;
  /** Names; null when Jira no longer knows the person. */
  readonly issuedBy: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
};

/** Somebody has asked to go on in spite of the order. */
export type PassAskView = {
  readonly gate: Gate;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
};

/** A link that orders this issue, for whoever may decide about it. */
export type OrderLinkView = {
  readonly blockerId: string;
  readonly blockerKey: string;
  /** What was set for this very link; null: that of the departments. */
  readonly lag: Lag | null;
};

/** Due dates that contradict the order; `proposed` is text, nothing is changed by it. */
export type DueConflictView = {
  readonly blockerKey: string;
  readonly blockerEnd: string;
  readonly successorKey: string;
  readonly successorDue: string;
  readonly proposed: string | null;
};

/** What the panel shows below "May I start?". Null in `PanelView` where nothing orders the issue. */
export type OrderView = {
  /** Gates that refuse now and that no pass opens: for these one can be issued, or asked for. */
  readonly refused: readonly Gate[];
  /** TAM, deputy or the department's lead: issues and revokes passes. */
  readonly mayPass: boolean;
  /** TAM or deputy: confirms, sets dates and lags, keeps or removes copied links. */
  readonly mayDecide: boolean;
  /** Newest first. */
  readonly passes: readonly PassView[];
  readonly asks: readonly PassAskView[];
  readonly notBefore: string | null;
  readonly links: readonly OrderLinkView[];
  /** Ordered in this panel and removed in Jira by hand since; only for whoever may restore it. */
  readonly removed: readonly { readonly blockerId: string; readonly blockerKey: string }[];
  readonly dueConflicts: readonly DueConflictView[];
};

/** Answers to questions over the whole way, read when somebody unfolds them. */
export type OrderQuestionsView = {
  /** Where the waiting of this issue begins. */
  readonly roots: IssueNames;
  /** Ready as soon as this one is done. */
  readonly ready: IssueNames;
  /** The same, but only after a lag or on a date. */
  readonly later: readonly { readonly issues: IssueNames; readonly at: string }[];
  /** The way was longer than what was read. */
  readonly isCut: boolean;
};

/** Something outside this Jira that the issue waits for, as the viewer may see it; it gates nothing. */
export type ExternalBlocker = {
  readonly linkId: string;
  readonly title: string;
  /** Null where it is no address of the web. */
  readonly url: string | null;
  /** As somebody has set it by hand: nothing tells how things stand there. */
  readonly state: 'open' | 'done';
};

export type PassUntil =
  | { kind: 'hours'; hours: 1 | 4 | 24 }
  /** To the end of this date, YYYY-MM-DD, where the viewer lives. */
  | { kind: 'date'; date: string };

/** `reason`: at least ten code points without the spaces around it, 1,000 at most. */
export type IssuePassRequest = { gate: Gate; reason: string; until: PassUntil };
export type AskForPassRequest = { gate: Gate; reason: string };

export type OrderActRequest =
  /** "The cancelled blocker need not be waited for." */
  | { kind: 'confirmCancelled'; blockerId: string }
  /** An instant as ISO string; null takes the date away. */
  | { kind: 'setNotBefore'; at: string | null }
  /** Null: what the departments have agreed on. */
  | { kind: 'setLag'; blockerId: string; lag: Lag | null }
  | { kind: 'keepCopied' | 'removeCopied' | 'restoreLink'; blockerId: string }
  | { kind: 'setExternal'; linkId: string; state: ExternalBlocker['state'] };
