import type { Gate } from '../../core/order/judge/judgement';
import type { Confirmation } from '../../core/order/judge/order-facts';
import type { Pass } from '../../core/order/judge/pass';
import type { Lag } from '../../core/order/policy/order-policy';
import type { OrderSite } from '../../core/order/policy/order-site';
import type { Instant } from '../../core/time';
import type { GonePort } from './gone-port';
import type { HandOverPort } from './hand-over-port';
import type { RuleGapPort } from './rule-gap-port';
import type { WhatIfPort } from './what-if-port';

/** A pass as it is kept: whose client project it concerns, and who took it back. */
export type StoredPass = Pass & {
  /** Null: the issue belongs to no client project; a department's lead issued it. */
  readonly clientProjectId: string | null;
  readonly revokedBy: string | null;
};

/** A pass that is good, and whether somebody had spent it in vain. */
export type PassAsSeen = Pick<Pass, 'id' | 'inVainAt'>;

/** Passes (Forge SQL). Nothing of one changes but that it is used or revoked. */
export type PassPort = {
  /** False when there is one of this id: of two who issue the same at once, one does. */
  readonly addPass: (pass: StoredPass) => Promise<boolean>;
  /** All of these issues, used or not, newest first. One statement, none without ids. */
  readonly listPassesOn: (issueIds: readonly string[]) => Promise<readonly StoredPass[]>;
  /**
   * False when it is no longer as it was seen: of two who use it at once, one does, and so of two
   * who use one that was spent in vain before. One UPDATE.
   */
  readonly spendPass: (pass: PassAsSeen, now: Instant) => Promise<boolean>;
  /** False when it was used, revoked or expired before. */
  readonly revokePass: (pass: PassAsSeen, by: string, now: Instant) => Promise<boolean>;
  /** Issued within `[from, to)` for a client project, oldest first. */
  readonly listPassesOf: (
    clientProjectId: string,
    period: { readonly from: Instant; readonly to: Instant },
  ) => Promise<readonly StoredPass[]>;
};

/** "The cancelled blocker need not be waited for", said by a TAM (Forge SQL); only ever added. */
export type ConfirmationPort = {
  readonly addConfirmation: (confirmation: Confirmation) => Promise<void>;
  /** For these successors. One statement, none without ids. */
  readonly listConfirmations: (successorIds: readonly string[]) => Promise<readonly Confirmation[]>;
};

/** What can let a refused move through, and whose policies it is under. */
export type Releases = {
  /** Newest first. */
  readonly passes: readonly StoredPass[];
  readonly confirmations: readonly Confirmation[];
  /** Which issues are epics of which client project. */
  readonly links: readonly { readonly issueId: string; readonly clientProjectId: string }[];
};

/** All of it in one look (Forge SQL): every event of an ordered issue asks for it. */
export type ReleasePort = {
  /** Passes and confirmations of `line`, links of `family`. One statement, none without ids. */
  readonly readReleases: (line: readonly string[], family: readonly string[]) => Promise<Releases>;
};

export type UnreadableLink = {
  readonly linkId: string;
  readonly blockerId: string;
  readonly typeId: string;
  readonly typeName: string;
};

/** Somebody asked to go on in spite of the order. */
export type PassAsk = {
  readonly gate: Gate;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
};

/** What is known of one issue's place in the order besides its links. */
export type IssueOrder = {
  readonly notBefore: Instant | null;
  /** By link id. */
  readonly lags: Readonly<Record<string, Lag>>;
  /** Links that an event told of, whose other end the app may not read (order semantics D4). */
  readonly unreadable: readonly UnreadableLink[];
  /** Ids of links that came with a copy and were kept, so that nobody asks again (D25). */
  readonly keptLinkIds: readonly string[];
  /** Ids of remote links whose other end is done, as somebody has said (D28). */
  readonly externalDone: readonly string[];
  /** Who waits, or has waited, for this issue in place of its duplicate, by id (D10). */
  readonly standsInBefore: readonly string[];
  /** Open requests for a pass, newest last. */
  readonly asks: readonly PassAsk[];
};

/** Of an issue about which nothing was decided. */
export const NO_ISSUE_ORDER: IssueOrder = {
  notBefore: null,
  lags: {},
  unreadable: [],
  keptLinkIds: [],
  externalDone: [],
  standsInBefore: [],
  asks: [],
};

/** Decisions about single issues, and what events told of them. */
export type IssueOrderPort = {
  readonly findIssueOrder: (issueId: string) => Promise<IssueOrder>;
  /** Of every issue of which something is known, by issue id; may be seconds behind. */
  readonly listIssueOrders: () => Promise<ReadonlyMap<string, IssueOrder>>;
  /**
   * Changes what is known of an issue; of two changes at once none is lost, so `change` may be asked
   * more than once. The same order back: nothing is written. Nothing known any more: the entry goes.
   */
  readonly changeIssueOrder: (
    issueId: string,
    change: (order: IssueOrder) => IssueOrder,
  ) => Promise<void>;
};

/**
 * What the rule in the workflow needs besides Jira, so in Forge KVS: judging a move that is allowed
 * takes no SQL.
 */
export type OrderSettingsPort = IssueOrderPort & {
  /** As it was saved; whoever asks parses it. Null: nobody has changed the default. */
  readonly findSite: () => Promise<unknown>;
  /** False when the settings are not of the version shown any more; of two at once, one is saved. */
  readonly saveSite: (site: OrderSite, shownVersion: number) => Promise<boolean>;
  /**
   * Blockers that were set in the panel, by id: one that Jira shows no more was removed by hand
   * (D6).
   */
  readonly findPlannedIds: (issueId: string) => Promise<readonly string[]>;
  readonly savePlannedIds: (issueId: string, blockerIds: readonly string[]) => Promise<void>;
  /**
   * Ids of the issues that stood before this one when it was last looked at. A hint on what to read
   * along with it, never more: links are always read anew.
   */
  readonly findNearIds: (issueKey: string) => Promise<readonly string[]>;
  readonly saveNearIds: (issueKey: string, ids: readonly string[]) => Promise<void>;
};

/** Everything about the order that Jira does not know. */
export type OrderPort = OrderSettingsPort &
  PassPort &
  ConfirmationPort &
  ReleasePort &
  GonePort &
  RuleGapPort &
  HandOverPort &
  WhatIfPort;
