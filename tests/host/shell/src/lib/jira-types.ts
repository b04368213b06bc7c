import type { AdfNode } from './adf-types';

export type JiraUser = { accountId: string; displayName?: string };
export type Named = { id: string; name: string };
export type IssueType = Named & { subtask?: boolean; hierarchyLevel?: number };
export type Status = Named & { statusCategory?: { key: string; name?: string } };

export type IssueStub = {
  id: string;
  key: string;
  fields: { summary: string; status: Status; issuetype?: IssueType; priority?: Named | null };
};

export type IssueLink = {
  id: string;
  type: { id: string; name: string; inward: string; outward: string };
  inwardIssue?: IssueStub;
  outwardIssue?: IssueStub;
};

export type IssueFields = {
  summary: string;
  status: Status;
  issuetype: IssueType;
  project: { id: string; key: string; name: string };
  priority?: Named | null;
  assignee?: JiraUser | null;
  reporter?: JiraUser | null;
  description?: AdfNode | string | null;
  duedate?: string | null;
  labels?: string[];
  created?: string;
  updated?: string;
  resolution?: Named | null;
  parent?: IssueStub | null;
  subtasks?: IssueStub[];
  issuelinks?: IssueLink[];
  /** The client whose issue it is. */
  customfield_10050?: { id: string; value: string } | null;
};

export type Issue = { id: string; key: string; fields: IssueFields };

export type Transition = Named & { to: Status; isAvailable?: boolean };

export type Comment = {
  id: string;
  author?: JiraUser;
  body: AdfNode | string;
  created: string;
  updated?: string;
};

export type ChangeItem = {
  field: string;
  fromString?: string | null;
  toString?: string | null;
  from?: string | null;
  to?: string | null;
};

export type History = { id: string; author?: JiraUser; created: string; items: ChangeItem[] };

export type Project = {
  id: string;
  key: string;
  name: string;
  projectTypeKey?: string;
  lead?: JiraUser;
};

export type Board = {
  id: number;
  name: string;
  type: string;
  location?: { projectKey?: string; projectName?: string };
};

export type BoardColumn = { name: string; statuses: { id: string }[] };
export type Gadget = {
  id: number | string;
  title: string;
  moduleKey?: string;
  uri?: string;
  color?: string;
  position: Record<string, number>;
};
export type Dashboard = {
  id: string;
  name: string;
  description?: string;
  owner?: JiraUser;
  isWritable?: boolean;
};
