/** The workflows API (version 2) as far as the editor uses it. */
export type WorkflowRule = {
  id?: string | null;
  ruleKey: string;
  parameters: Record<string, string>;
};

export type WorkflowTransition = {
  id: string;
  name: string;
  description: string;
  type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  toStatusReference: string;
  links: { fromStatusReference: string; fromPort?: number; toPort?: number }[];
  validators: WorkflowRule[];
  actions: WorkflowRule[];
  triggers: WorkflowRule[];
  properties: Record<string, string>;
};

export type Workflow = {
  id: string;
  name: string;
  description: string;
  isEditable: boolean;
  scope: { type: 'GLOBAL' | 'PROJECT'; project?: { id: string } };
  version: { id: string; versionNumber: number };
  statuses: { statusReference: string; layout: unknown; properties: Record<string, string> }[];
  transitions: WorkflowTransition[];
};

export type WorkflowStatus = {
  id: string;
  name: string;
  statusCategory: 'TODO' | 'IN_PROGRESS' | 'DONE';
  statusReference: string;
};

export type WorkflowRead = { statuses: WorkflowStatus[]; workflows: Workflow[] };

/** A rule that an app offers. */
export type RuleType = { id: string; name: string; description: string; ruleKey: string };
