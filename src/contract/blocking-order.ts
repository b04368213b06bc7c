import type { Gate } from '../core/order/judge/judgement';
import type { Answer } from './answer';

/** What the rule's pages in the workflow editor ask. For those who may change that workflow. */
export type BlockingOrderApi = {
  describe: (request: Record<string, never>) => Promise<Answer<RulePageView>>;
};

/** The transition whose rule is looked at, and what the site's settings make of it. */
export type RulePageView = {
  readonly transition: {
    readonly name: string;
    /** Names of statuses; null: from any status. */
    readonly from: readonly string[] | null;
    readonly to: string;
  };
  /** The gates that it passes by the statuses' categories; empty: none. */
  readonly gates: readonly Gate[];
  /** Gates that at least one policy has on. */
  readonly policyGates: readonly Gate[];
  readonly onUncertain: 'allow' | 'refuse';
  /** What was chosen before; null when the rule is new. */
  readonly chosen: readonly Gate[] | null;
};
