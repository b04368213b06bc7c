import type { PlanBase } from '../../core/order/plan/plan-base';
import type { Moves } from '../../core/order/plan/what-if';

/** Due dates that one person tries out in one client project, on what he read when he began. */
export type WhatIfDraft = {
  readonly base: PlanBase;
  /** At least one. */
  readonly moves: Moves;
};

/** Whose draft, for what. */
export type DraftKey = { readonly clientProjectId: string; readonly accountId: string };

/** Drafts (Forge KVS), each its owner's alone; one that nobody touches for 90 days goes. */
export type WhatIfPort = {
  /** Null: there is none, or an older version of the app left one that cannot be read. */
  readonly findDraft: (key: DraftKey) => Promise<WhatIfDraft | null>;
  readonly saveDraft: (key: DraftKey, draft: WhatIfDraft) => Promise<void>;
  readonly deleteDraft: (key: DraftKey) => Promise<void>;
};
