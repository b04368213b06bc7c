import type { Instant } from '../../core/time';

/** Transitions of a department that pass a gate without the rule, as an administrator last saw. */
export type RuleGap = {
  readonly projectKey: string;
  /** Names, as the workflows call them. */
  readonly transitions: readonly string[];
  readonly seenAt: Instant;
};

/**
 * Only administrators may read workflows, so what they were shown is kept for the TAMs (Forge KVS):
 * one entry for all departments.
 */
export type RuleGapPort = {
  readonly listRuleGaps: () => Promise<readonly RuleGap[]>;
  readonly saveRuleGaps: (gaps: readonly RuleGap[]) => Promise<void>;
};
