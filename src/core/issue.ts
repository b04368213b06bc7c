import type { Instant } from './time';

/** What this app reads of a Jira issue, parsed at the border; the core never sees Jira's JSON. */
export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  readonly summary: string;
  readonly typeName: string;
  readonly isSubtask: boolean;
  /** 1 for epics, 0 for what stands below them, -1 for subtasks; above 1 by the site's own levels. */
  readonly hierarchyLevel: number;
  readonly status: Status;
  readonly priority: Named | null;
  readonly resolution: Named | null;
  readonly assignee: Person | null;
  /** Calendar date `YYYY-MM-DD` as Jira keeps it, without a zone. */
  readonly dueDate: string | null;
  readonly parentId: string | null;
  readonly links: readonly IssueLink[];
  /** Carries a security level: fewer people may browse it than its project. */
  readonly isRestricted: boolean;
  /** Since when it stands in its status category; null where Jira does not say. */
  readonly categorySince: Instant | null;
  readonly isArchived: boolean;
  /** Of its project's parts that it belongs to; absent: none. */
  readonly componentIds?: readonly string[];
  /** The property `tam` as it stands there, whoever wrote it; absent where it was not asked for. */
  readonly tamProperty?: unknown;
};

export type Named = { readonly id: string; readonly name: string };

/**
 * Jira's three status categories under the words of this app (`new`, `indeterminate`, `done`
 * there).
 */
export type StatusCategory = 'todo' | 'inProgress' | 'done';

export type Status = Named & { readonly category: StatusCategory };

/** Names are read when shown and never stored. A deleted or anonymous person has no entry at all. */
export type Person = {
  readonly accountId: string;
  readonly name: string;
  readonly avatarUrl: string | null;
};

/**
 * One link seen from the issue that carries it. `other` holds the stub that Jira sends along;
 * links to issues that the reader may not browse are absent.
 * For the type "Blocks": end `inward` reads "is blocked by other", `outward` reads "blocks other".
 */
export type IssueLink = {
  readonly id: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly end: 'inward' | 'outward';
  readonly other: LinkedIssue;
};

export type LinkedIssue = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: Status;
};
