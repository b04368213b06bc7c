import type { HandOver } from '../../core/order/hand-over/hand-over';

/** By project key; a form that is gone asks for nothing any more. */
type DepartmentPair = { readonly fromProjectKey: string; readonly toProjectKey: string };

/**
 * What the rule in the workflow has to know of hand-overs of one issue, so in Forge KVS: judging a
 * move that is allowed takes no SQL. Worked out of the rows anew with each change and each look at
 * the issue; a refusal is checked against the rows.
 */
export type HandOverHint = {
  /** Blockers whose hand-over to this issue was returned, and between which departments. */
  readonly returned: readonly (DepartmentPair & { readonly blockerId: string })[];
  /** By successor id: keys of the fields that this issue has filled in for it. */
  readonly given: Readonly<Record<string, readonly string[]>>;
  /** Its department has to answer: between these something was given to it, or came back. */
  readonly toAnswer: readonly DepartmentPair[];
};

export const NO_HINT: HandOverHint = { returned: [], given: {}, toAnswer: [] };

/** Hand-overs (Forge SQL), and the hints of them (Forge KVS). */
export type HandOverPort = {
  /** All that these issues give or take. One statement per 1,000, none without ids. */
  readonly listHandOversOf: (issueIds: readonly string[]) => Promise<readonly HandOver[]>;
  /**
   * False when somebody has acted since the version shown (0: there was none). One conditional
   * statement.
   */
  readonly saveHandOver: (handOver: HandOver, shownVersion: number) => Promise<boolean>;
  readonly findHandOverHint: (issueId: string) => Promise<HandOverHint>;
  /** An empty one: the entry goes. */
  readonly saveHandOverHint: (issueId: string, hint: HandOverHint) => Promise<void>;
};
