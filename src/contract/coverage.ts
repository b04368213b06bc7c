import type { Gate } from '../core/order/judge/judgement';
import type { CoverageGap, CoverageState } from '../core/order/rule/coverage';
import type { Answer } from './answer';

/**
 * What the settings ask about where the order's rule stands in workflows. For Jira administrators
 * only. Jira's workflows API (version 2) has no drafts: whatever is attached holds at once.
 */
export type CoverageApi = {
  /** One page of departments, from that one on; `next` is null on the last page. */
  coverage: (request: { from: number }) => Promise<Answer<CoverageView>>;
  /** Whom a change of these workflows would concern. Changes nothing. */
  planRules: (request: { workflowIds: string[] }) => Promise<Answer<readonly RulePlan[]>>;
  /** Attaches, switches on or completes the rule on these transitions of one workflow. */
  attachRule: (request: RuleRequest) => Promise<Answer<RuleResult>>;
  /** Takes the rule off these transitions, or off all of them. */
  detachRule: (request: DetachRequest) => Promise<Answer<RuleResult>>;
  /** One page of all workflows of the site: those that carry the rule, departments' or not. */
  ruledWorkflows: (request: { from: number }) => Promise<Answer<RuledWorkflows>>;
};

export type TransitionCoverage = {
  readonly id: string;
  readonly name: string;
  /** Names of statuses; null for a global transition, which starts from any. */
  readonly from: readonly string[] | null;
  readonly to: string;
  /** Which gates it passes in this department; empty where only a rule makes it worth showing. */
  readonly gates: readonly Gate[];
  readonly state: CoverageState;
  readonly gaps: readonly CoverageGap[];
  /** The rule stands there, on or off. */
  readonly hasRule: boolean;
  /** Attaching would help, and can be done. */
  readonly isMissing: boolean;
};

export type WorkflowCoverage = {
  readonly id: string;
  readonly name: string;
  readonly isEditable: boolean;
  readonly transitions: readonly TransitionCoverage[];
};

export type DepartmentCoverage = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly name: string;
  readonly isTeamManaged: boolean;
  /** The weakest of its transitions. */
  readonly state: CoverageState;
  /** Null when its workflows could be read. */
  readonly unreadable: 'noRight' | 'gone' | 'failed' | null;
  readonly workflows: readonly WorkflowCoverage[];
};

export type CoverageView = {
  readonly departments: readonly DepartmentCoverage[];
  readonly total: number;
  readonly next: number | null;
  /** What the policies ask for. */
  readonly order: {
    readonly gates: readonly Gate[];
    /** What happens to a start that no rule has stopped. */
    readonly guard: 'flag' | 'moveBack';
    readonly onUncertain: 'allow' | 'refuse';
    readonly portal: 'allow' | 'gate';
    readonly freeAccounts: number;
  };
  /** Looks at issues whose turn has come, or that found no place in the queue; 1,000 or more. */
  readonly overdue: number;
  /** Issues that may start although nobody knows the state of a blocker. */
  readonly unknown: number;
};

export type ProjectUsing = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isDepartment: boolean;
};

/** What has to be known before one workflow is changed. */
export type RulePlan = {
  readonly workflowId: string;
  /** Every project that uses it and that the administrator may see. */
  readonly projects: readonly ProjectUsing[];
  /** More projects that he may not see. */
  readonly hiddenProjects: number;
  /** To be handed back with the change: it is refused if others use the workflow by then. */
  readonly confirmation: string;
};

export type RuleRequest = {
  workflowId: string;
  transitions: { id: string; gates: Gate[] }[];
  confirmation: string;
};

export type DetachRequest = {
  workflowId: string;
  /** Null: wherever it stands. */
  transitionIds: string[] | null;
};

export type RuleResult = {
  readonly workflowId: string;
  /** How many rules were attached, changed or removed; 0: it was so already. */
  readonly changed: number;
};

export type RuledWorkflow = {
  readonly id: string;
  readonly name: string;
  readonly isEditable: boolean;
  /** How many transitions carry it. */
  readonly rules: number;
};

export type RuledWorkflows = {
  readonly workflows: readonly RuledWorkflow[];
  /** How many of the site were looked through so far, of how many. */
  readonly seen: number;
  readonly total: number;
  readonly next: number | null;
};
