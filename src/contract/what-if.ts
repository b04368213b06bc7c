import type { Lag } from '../core/order/policy/order-policy';
import type { Answer } from './answer';
import type { HiddenItems } from './views';

/** Trying out due dates in a client project. The draft is the viewer's own; nobody else sees it. */
export type WhatIfApi = {
  /** His draft and what follows from it; where he has none, the plan as Jira has it. */
  whatIf: (request: { clientProjectId: string }) => Promise<Answer<WhatIfView>>;
  changeWhatIf: (request: WhatIfEdit) => Promise<Answer<WhatIfView>>;
  /** Writes his moves to Jira as he himself. `stamp` is of the draft that was shown. */
  applyWhatIf: (request: {
    clientProjectId: string;
    stamp: string;
  }) => Promise<Answer<WhatIfApplied>>;
};

export type WhatIfEdit = {
  clientProjectId: string;
  change: WhatIfChange;
};

export type WhatIfChange =
  /** `to` is YYYY-MM-DD. The first move begins the draft. */
  | { kind: 'move'; moves: { issueId: string; to: string }[] }
  | { kind: 'takeBack'; issueId: string }
  /** His moves on the data of now; those that fit it no more go. */
  | { kind: 'rebase' }
  | { kind: 'drop' };

/** Dates are YYYY-MM-DD. All of it follows from the base, whatever Jira has by now. */
export type WhatIfView = {
  /** Of the draft as it is shown; '' where there is none. */
  readonly stamp: string;
  /** What was read when the draft began; null where there is none. */
  readonly base: { readonly at: string; readonly version: string } | null;
  /** What Jira has otherwise by now. With any, nothing is applied before a rebase. */
  readonly since: WhatIfSince | null;
  /** Open work of the client project: what he may move. By key. */
  readonly items: readonly WhatIfItem[];
  /** Moved, or due too early behind what was moved. Whoever comes first stands first. */
  readonly rows: readonly WhatIfRow[];
  /** Due too early whether anything is moved or not, in the same order. */
  readonly before: readonly WhatIfRow[];
  /** Keys of work that would not be due too early any more. */
  readonly solved: readonly string[];
  /** How much that he may not see would be due too early behind his moves. */
  readonly hidden: readonly HiddenItems[];
  /** The last due date of open work, conflicts moved out of the way; null without any date. */
  readonly end: { readonly before: string | null; readonly after: string | null };
  /** Open work without a due date, which takes no part. */
  readonly unplanned: number;
  /** More work waits behind this than was looked at. */
  readonly isCut: boolean;
  /** Moves that a rebase has just left out. */
  readonly left: readonly WhatIfLeft[];
};

export type WhatIfItem = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly due: string | null;
};

export type WhatIfRow = WhatIfItem & {
  readonly department: string;
  /** What he would have it be; null: he has not moved it. */
  readonly move: string | null;
  /** The first date without a conflict; null: it is due late enough. */
  readonly needs: string | null;
  /** What ends too late for it, and how long after that it may start. */
  readonly because: readonly { readonly key: string; readonly lag: Lag | null }[];
  readonly becauseHidden: readonly HiddenItems[];
  /** Past and not done, by the date it would have. */
  readonly overdue: boolean;
  /** It is open work of this client project. */
  readonly mayMove: boolean;
};

export type WhatIfSince = {
  readonly changes: readonly WhatIfDifference[];
  /** Changes of what he may not see. */
  readonly hidden: readonly HiddenItems[];
};

export type WhatIfDifference =
  | { kind: 'due'; key: string; from: string | null; to: string | null }
  | { kind: 'finished' | 'reopened'; key: string }
  /** Became work of the client project, or visible to him; or is neither any more. */
  | { kind: 'added' | 'removed'; key: string }
  | { kind: 'linked' | 'unlinked' | 'lag'; blockerKey: string; successorKey: string };

export type WhatIfLeft = {
  /** Null: he may not see it any more. */
  readonly key: string | null;
  readonly why: 'gone' | 'done' | 'sameDate';
};

export type WhatIfApplied = {
  /** `stale`: Jira has moved on since the base, and nothing was written. */
  readonly outcome: 'stale' | 'applied';
  readonly written: readonly { readonly key: string; readonly to: string }[];
  /** Still in the draft, and why. */
  readonly failed: readonly { readonly key: string; readonly text: string }[];
  readonly view: WhatIfView;
};
