/** What the local Jira remembers of workflows and their rules. */

/** A validator, post function or trigger as it stands in a workflow: every parameter is a text. */
export interface WorkflowRule {
  id: string;
  ruleKey: string;
  parameters: Record<string, string>;
}

/** A Forge function validator as who answers for it is asked. */
export interface TransitionRule {
  ruleKey: string;
  /** Last part of the extension's ARI: the key of the module in the app's manifest. */
  moduleKey: string;
  /** The ARI of the extension: which app's module it is. */
  extension: string;
  /** What the rule's configuration page saved; absent when nothing was. */
  config?: string;
}

export interface Transition {
  id: string;
  name: string;
  description: string;
  /** Status ids it leaves; an empty list is a global transition. */
  from: string[];
  to: string;
  validators: WorkflowRule[];
  /** Post functions. */
  actions: WorkflowRule[];
  triggers: WorkflowRule[];
  properties: Record<string, string>;
}

export interface WorkflowStatus {
  statusId: string;
  layout: { x: number; y: number };
  properties: Record<string, string>;
}

export interface Workflow {
  id: string;
  name: string;
  description: string;
  /** The team-managed project whose own it is; null: it may serve any company-managed project. */
  projectId: string | null;
  /** Jira's own workflow can be used and copied, not changed. */
  isEditable: boolean;
  /** Moves with every update; who writes back must name the version that he read. */
  version: { id: string; versionNumber: number };
  created: number;
  updated: number;
  /** How an issue comes into its first status. */
  initial: Transition;
  statuses: WorkflowStatus[];
  transitions: Transition[];
}

/** A kind of rule that an installed Forge app offers to workflows. */
export interface ForgeRuleType {
  /** The extension's ARI. */
  id: string;
  name: string;
  description: string;
  projectTypes: ReadonlyArray<'company-managed' | 'team-managed'>;
}
