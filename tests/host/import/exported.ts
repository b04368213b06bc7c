import { instantOf } from '../../../src/cli/jql/dates';

/** What an export may hold, as loosely as exports come. Every part may be missing or odd. */

export interface ExportedUser {
  accountId?: string;
  key?: string;
  name?: string;
  displayName?: string;
  active?: boolean;
  accountType?: string;
}

export interface ExportedNamed {
  id?: string | number;
  name?: string;
  key?: string;
  value?: string;
}

export interface ExportedStatus extends ExportedNamed {
  statusCategory?: { key?: string };
}

export interface ExportedType extends ExportedNamed {
  subtask?: boolean;
  hierarchyLevel?: number;
}

export interface ExportedLinkType extends ExportedNamed {
  inward?: string;
  outward?: string;
}

export interface ExportedLink {
  id?: string;
  type?: ExportedLinkType;
  inwardIssue?: { id?: string; key?: string };
  outwardIssue?: { id?: string; key?: string };
}

export interface ExportedComment {
  id?: string;
  author?: ExportedUser | null;
  updateAuthor?: ExportedUser | null;
  body?: unknown;
  created?: string;
  updated?: string;
  jsdPublic?: boolean;
}

export interface ExportedItem {
  field?: string;
  fieldId?: string;
  fieldtype?: string;
  from?: string | null;
  fromString?: string | null;
  to?: string | null;
  toString?: string | null;
}

export interface ExportedHistory {
  id?: string;
  author?: ExportedUser | null;
  created?: string;
  items?: ExportedItem[];
}

export interface ExportedFields extends Record<string, unknown> {
  issuetype: ExportedType;
  project: ExportedNamed;
  status: ExportedStatus;
  priority?: ExportedNamed | null;
  resolution?: ExportedNamed | null;
  assignee?: ExportedUser | null;
  reporter?: ExportedUser | null;
  creator?: ExportedUser | null;
  issuelinks?: ExportedLink[];
  parent?: { id?: string; key?: string } | null;
  subtasks?: Array<{ key?: string }>;
  comment?: { comments?: ExportedComment[]; total?: number };
}

export interface ExportedIssue {
  id: string;
  key: string;
  fields: ExportedFields;
  changelog?: { histories?: ExportedHistory[]; total?: number };
}

/** Epoch ms of a Jira time; undefined when it is none. */
export function instant(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const at = instantOf(text);
  return Number.isNaN(at) ? undefined : at;
}

/** Why the value is no issue that can be loaded; undefined when it is one. */
export function flawOf(value: unknown): string | undefined {
  const { id, key, fields } = (value ?? {}) as Partial<ExportedIssue>;
  if (typeof key !== 'string' || typeof id !== 'string') return 'has no key or id';
  if (typeof fields !== 'object' || fields === null) return 'has no fields';
  const missing = (['project', 'issuetype', 'status'] as const).find(
    (name) => fields[name]?.id === undefined || fields[name]?.name === undefined,
  );
  if (missing) return `has no ${missing}`;
  return instant(fields.created) === undefined ? 'has no readable time of creation' : undefined;
}
