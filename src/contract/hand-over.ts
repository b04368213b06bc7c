import type { Person } from '../core/issue';
import type { Answer } from './answer';
import type { PanelView } from './tam-panel';

/** What the panel asks about hand-overs; the issue is that of the context. */
export type HandOverApi = {
  /** From this issue to a successor. Whoever may edit this issue. */
  giveHandOver: (request: GiveHandOverRequest) => Promise<Answer<PanelView>>;
  withdrawHandOver: (request: {
    successorId: string;
    version: number;
  }) => Promise<Answer<PanelView>>;
  /** From a blocker to this issue. Whoever may edit this issue. */
  acceptHandOver: (request: { blockerId: string; version: number }) => Promise<Answer<PanelView>>;
  returnHandOver: (request: ReturnHandOverRequest) => Promise<Answer<PanelView>>;
};

export type GiveHandOverRequest = {
  successorId: string;
  /** As it was shown; 0: nothing was given yet. */
  version: number;
  /** Texts by field key. */
  facts: { [fieldKey: string]: string };
};

export type ReturnHandOverRequest = { blockerId: string; version: number; reason: string };

/** Hand-overs that this issue gives to its successors and takes from its blockers. */
export type HandOversView = {
  readonly gives: readonly HandOverView[];
  readonly takes: readonly HandOverView[];
  /** The viewer may edit this issue: give, withdraw, accept, return. */
  readonly mayAct: boolean;
};

export type HandOverFieldView = {
  readonly key: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly text: string;
};

export type HandOverRoundView = {
  readonly kind: 'given' | 'accepted' | 'returned' | 'withdrawn';
  readonly at: string;
  /** Null when Jira no longer knows him. */
  readonly by: Person | null;
  readonly reason: string | null;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
};

/** One hand-over, seen from one of its ends. */
export type HandOverView = {
  /** The other end: the successor of what is given, the blocker of what is taken. */
  readonly otherId: string;
  /** Null when the viewer may not browse it. */
  readonly other: { readonly key: string; readonly summary: string } | null;
  /** Of the other end. */
  readonly department: string;
  /** Since when the blocker is done; null while it is not, or where the viewer may not know. */
  readonly doneSince: string | null;
  readonly state: 'none' | 'given' | 'accepted' | 'returned' | 'withdrawn';
  readonly version: number;
  /** The form with what was given last; where nothing was, with what other successors were told. */
  readonly fields: readonly HandOverFieldView[];
  /** Labels of the required fields without which the blocker may not be done. */
  readonly lacks: readonly string[];
  /** Jira refuses Done until nothing is lacking. */
  readonly gatesFinish: boolean;
  /** The successor is done: there is nothing to accept or return any more. */
  readonly isOver: boolean;
  /** In order. */
  readonly history: readonly HandOverRoundView[];
};
