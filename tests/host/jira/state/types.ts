/** What the local Jira remembers. Instants are epoch milliseconds; REST shapes are made in render/. */

export interface User {
  accountId: string;
  displayName: string;
  active: boolean;
  accountType: 'atlassian' | 'app';
  timeZone: string;
  locale: string;
  emailAddress?: string;
  /** One line for the shell's "act as" list: who this person is in the demo company. */
  about?: string;
}

/** Who holds a permission: one person, a group, or everybody who is logged in. */
export type Holder =
  | { kind: 'user'; accountId: string }
  | { kind: 'group'; name: string }
  | { kind: 'anyone' };

export type CategoryKey = 'new' | 'indeterminate' | 'done';

export interface Status {
  id: string;
  name: string;
  category: CategoryKey;
  /** The team-managed project whose own it is; absent: the whole site's. Names are not unique. */
  projectId?: string;
}

export interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
  /** 1 epic, 0 standard, -1 sub-task. */
  hierarchyLevel: -1 | 0 | 1;
}

export interface NamedThing {
  id: string;
  name: string;
}

/** Issues of this level exist for its members only, whatever else they may do in the project. */
export interface SecurityLevel extends NamedThing {
  /** Account ids, the app's own among them when it shall see such issues. */
  memberIds: Set<string>;
}

export interface LinkType extends NamedThing {
  inward: string;
  outward: string;
}

export interface Field {
  id: string;
  name: string;
  type: 'string' | 'option' | 'date' | 'datetime' | 'number' | 'array' | 'user' | 'any';
  custom: boolean;
  /** Values of a select field, in their order. */
  options?: NamedThing[];
  /** May be set on create and edit screens. */
  onScreen: boolean;
}

/** A change of many issues that Jira does in the background. */
export interface BulkTask {
  id: string;
  submittedBy: string | null;
  status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE';
  created: number;
  started: number | null;
  updated: number;
  total: number;
  /** Issue ids. */
  processed: string[];
  /** Issue id -> why it was left as it was. */
  failed: Map<string, string[]>;
  invalid: number;
}

/** A link to something outside of this Jira. */
export interface RemoteLink {
  id: number;
  globalId: string | null;
  relationship: string | null;
  application: Record<string, unknown>;
  object: Record<string, unknown>;
}

export interface Component {
  id: string;
  name: string;
  projectId: string;
  leadAccountId: string | null;
}

export interface Project {
  id: string;
  key: string;
  /** Keys it had before; they still resolve. */
  formerKeys: string[];
  name: string;
  leadAccountId: string | null;
  typeKey: 'software' | 'service_desk' | 'business';
  issueTypeIds: string[];
  /** For every issue type that `workflowByType` does not name. */
  workflowId: string;
  /** Issue type id -> workflow id, as the project's workflow scheme maps them. */
  workflowByType: Map<string, string>;
  isTeamManaged: boolean;
  /** Permission key -> holders. A key that is absent is granted to nobody. */
  grants: Map<string, Holder[]>;
  /** Projects may shut out the app's own account. */
  closedToApp: boolean;
  properties: Map<string, unknown>;
  /** The number of the issue created last. */
  lastNumber: number;
}

export interface Comment {
  id: string;
  authorId: string | null;
  updateAuthorId: string | null;
  body: unknown;
  created: number;
  updated: number;
  jsdPublic: boolean;
  /** Absent: whoever sees the issue sees the comment. */
  visibility?: { type: 'group' | 'role'; name: string };
}

export interface HistoryItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId?: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface History {
  id: string;
  authorId: string | null;
  created: number;
  items: HistoryItem[];
}

export interface Issue {
  id: string;
  key: string;
  /** Keys it had in other projects; they still resolve. */
  formerKeys: string[];
  projectId: string;
  typeId: string;
  statusId: string;
  priorityId: string | null;
  resolutionId: string | null;
  /** Null: everybody who may browse the project may browse the issue. */
  securityId: string | null;
  summary: string;
  /** Atlassian Document Format. */
  description: unknown;
  assigneeId: string | null;
  reporterId: string | null;
  creatorId: string | null;
  labels: string[];
  /** yyyy-mm-dd. */
  duedate: string | null;
  parentId: string | null;
  created: number;
  updated: number;
  resolved: number | null;
  statusCategoryChanged: number | null;
  /** Archived issues are found by nobody's search and changed by nobody; null: not archived. */
  archived: { at: number; by: string | null } | null;
  remoteLinks: RemoteLink[];
  /** Custom fields by id, in REST shape; imported system fields that Jira's rules here do not touch. */
  otherFields: Record<string, unknown>;
  comments: Comment[];
  /** In the order they were written. */
  histories: History[];
  properties: Map<string, unknown>;
}

/** The source is the outward end: source "blocks" destination. */
export interface IssueLink {
  id: string;
  typeId: string;
  sourceId: string;
  destinationId: string;
}

export interface BoardColumn {
  name: string;
  statusIds: string[];
}

export interface Board {
  id: number;
  name: string;
  type: 'kanban' | 'scrum' | 'simple';
  projectId: string;
  filterId: string;
  columns: BoardColumn[];
}

export interface Gadget {
  id: number;
  moduleKey: string;
  title: string;
  color: string;
  column: number;
  row: number;
  properties: Map<string, unknown>;
}

export interface Dashboard {
  id: string;
  name: string;
  description: string;
  ownerId: string;
  gadgets: Gadget[];
}

/** A value of an entity property that JQL can search (module jira:entityProperty). */
export interface PropertyAlias {
  alias: string;
  propertyKey: string;
  /** Dotted path into the value. */
  path: string;
  type: 'number' | 'string' | 'text' | 'user' | 'date';
}

/** A mail about an issue. */
export interface Mail {
  at: number;
  issueKey: string;
  accountIds: string[];
  subject: string;
  text: string;
}
