import type { RuleChange } from '../../core/order/rule/rule-changes';
import type { Workflow } from '../../core/order/rule/workflow';

/** Why the workflows of a project cannot be told. */
export type WorkflowProblem = 'noRight' | 'gone' | 'failed';

export type ProjectWorkflows = {
  readonly projectId: string;
  readonly isTeamManaged: boolean;
  readonly workflows: readonly Workflow[];
  readonly problem: WorkflowProblem | null;
};

export type WorkflowPage = {
  readonly workflows: readonly Workflow[];
  readonly total: number;
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
};

/**
 * How a workflow was changed. `conflict`: somebody else changed it twice while this was going on.
 * `gone`: it is not there, or may not be seen.
 */
export type Rewritten =
  | { readonly kind: 'done'; readonly changes: readonly RuleChange[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'gone' };

/** What an app without a user did to its rules. */
export type OwnRulesDisabled = {
  readonly disabled: number;
  /** Names of workflows in which Jira refused. */
  readonly failed: readonly string[];
};

/**
 * Jira's workflows, as far as the order's rule stands in them. Jira answers 401 or 403 to whoever
 * may not administer them; both come as a JiraError of that status.
 */
export type WorkflowPort = {
  /**
   * The workflows that the issues of these projects follow. One read for the schemes of a hundred
   * company-managed projects and one for twenty workflows; two for each team-managed project.
   */
  readonly listProjectWorkflows: (
    projectIds: readonly string[],
  ) => Promise<readonly ProjectWorkflows[]>;
  /** All workflows of the site that the speaker may see, fifty a page. One read. */
  readonly listWorkflows: (from: number) => Promise<WorkflowPage>;
  readonly findWorkflow: (workflowId: string) => Promise<Workflow | null>;
  /** Ids of all projects that use it. One read per two hundred. */
  readonly listProjectsUsing: (workflowId: string) => Promise<readonly string[]>;
  /** Does Jira offer the order's rule for this workflow? One read. */
  readonly offersOrderRule: (workflowId: string) => Promise<boolean>;
  /**
   * Reads a workflow, asks what is to be done to the app's rules in it, and writes it back whole,
   * everything else as it was read. If somebody else has written it meanwhile it is read and asked
   * about once more. Nothing to be done: no write.
   */
  readonly rewriteRules: (
    workflowId: string,
    decide: (workflow: Workflow) => readonly RuleChange[],
  ) => Promise<Rewritten>;
  /** Switches off all rules of the app on the site: an app without a user may do no more. */
  readonly disableOwnRules: () => Promise<OwnRulesDisabled>;
};
