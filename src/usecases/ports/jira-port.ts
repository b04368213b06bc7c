import type { Issue, IssueLink, LinkedIssue, Named, Person, Status } from '../../core/issue';
import type { BlockerLife } from '../../core/sla/judge/blocked-spans';
import type { IncidentHistory } from '../../core/sla/judge/history';
import type { PastStep } from './dry-run-port';
import type { HeardProject } from './heard-project';
import type { WorkflowPort } from './workflow-port';

/**
 * What the use cases ask of Jira, in the app's words. Rights are those of whoever the port speaks
 * for.
 */
export type JiraPort = WorkflowPort & {
  /** Null when it does not exist or may not be browsed: Jira does not tell which. One read. */
  readonly findIssue: (idOrKey: string) => Promise<Issue | null>;
  /** In any number; those that may not be browsed are absent. One read per hundred. */
  readonly listIssues: (ids: readonly string[]) => Promise<readonly Issue[]>;
  /** First page only, at most `max`. Search lags behind writes by seconds. */
  readonly searchIssues: (jql: string, max: number) => Promise<readonly Issue[]>;
  /** Links to what is not in this Jira; none where Jira keeps them to itself. */
  readonly listRemoteLinks: (issueId: string) => Promise<readonly RemoteLink[]>;
  /** Ids only, up to 5,000 a page; `next` is null on the last page. */
  readonly searchIds: (jql: string, page: string | null) => Promise<IdPage>;
  readonly countIssues: (jql: string) => Promise<number>;
  /** Done and total children by parent id, for the parents given. */
  readonly countChildren: (
    parentIds: readonly string[],
  ) => Promise<ReadonlyMap<string, ChildCount>>;
  /**
   * Full history of one issue (fields, changelog, comments); null when not visible. `fields`, by id
   * or name, are told as they were at creation also where they never changed.
   */
  readonly findHistory: (
    idOrKey: string,
    fields?: readonly string[],
  ) => Promise<HistoryRead | null>;
  /**
   * Histories of up to 1,000 issues: ten reads of fields and comments, and the pages of the
   * changelog.
   */
  readonly listHistories: (
    ids: readonly string[],
    fields?: readonly string[],
  ) => Promise<readonly HistoryRead[]>;
  /** What the order of up to 1,000 issues was: ten reads of fields, and the pages of the changelog. */
  readonly listPasts: (ids: readonly string[]) => Promise<readonly PastRead[]>;
  /**
   * Keys and statuses of blockers through time; those that may not be browsed are absent. One read
   * for up to 1,000 links of now, one per hundred keys.
   */
  readonly listBlockers: (asked: BlockersAsked) => Promise<readonly BlockerRead[]>;
  /**
   * How a link type's waiting end is worded, `is blocked by`; null for a type that is not there.
   * Kept for ten minutes per site.
   */
  readonly findWaitingWords: (linkTypeId: string) => Promise<string | null>;
  /** For each JQL: does it select this issue now? Lags like search. One read. */
  readonly matchJql: (issueId: string, jqls: readonly string[]) => Promise<readonly boolean[]>;
  /** For each JQL, which of up to 1,000 issues it selects now. Lags like search. One read. */
  readonly matchIssues: (
    issueIds: readonly string[],
    jqls: readonly string[],
  ) => Promise<readonly ReadonlySet<string>[]>;
  /** Jira's own words on what is wrong with a JQL; empty when it parses. */
  readonly checkJql: (jql: string) => Promise<readonly string[]>;
  /** The same of several, each with its own list. One read, none without a JQL. */
  readonly checkJqls: (jqls: readonly string[]) => Promise<readonly (readonly string[])[]>;
  readonly createIssue: (issue: NewIssue) => Promise<{ readonly id: string; readonly key: string }>;
  /** Makes "blocker blocks successor"; a second call changes nothing. */
  readonly linkBlocks: (
    linkTypeId: string,
    blockerId: string,
    successorId: string,
  ) => Promise<void>;
  readonly deleteLink: (linkId: string) => Promise<void>;
  /** Kept for ten minutes per site, a new status is asked for; null for one that Jira does not list. */
  readonly findStatus: (statusId: string) => Promise<Status | null>;
  readonly listLinkTypes: () => Promise<readonly LinkType[]>;
  /** The site's resolutions. One read per fifty. */
  readonly listResolutions: () => Promise<readonly Named[]>;
  /** The statuses of a project's workflows. One read. */
  readonly listProjectStatuses: (projectIdOrKey: string) => Promise<readonly Status[]>;
  readonly listProjects: () => Promise<readonly JiraProject[]>;
  /** The same, each with the mark by which its events reach the app. */
  readonly listHeardProjects: () => Promise<readonly HeardProject[]>;
  readonly hearProject: (projectId: string) => Promise<void>;
  readonly unhearProject: (projectId: string) => Promise<void>;
  readonly listIssueTypes: (projectId: string) => Promise<readonly IssueType[]>;
  readonly searchPeople: (text: string) => Promise<readonly Person[]>;
  readonly listPeople: (accountIds: readonly string[]) => Promise<readonly Person[]>;
  /** Of these projects or issues, those in which the speaker has the permission. */
  readonly allowedProjects: (
    permission: string,
    projectIds: readonly string[],
  ) => Promise<readonly string[]>;
  readonly allowedIssues: (
    permission: string,
    issueIds: readonly string[],
  ) => Promise<readonly string[]>;
  /** Of these issues, those that somebody else may browse; for the app only. One read. */
  readonly browsableBy: (
    accountId: string,
    issueIds: readonly string[],
  ) => Promise<readonly string[]>;
  /** Who leads the first of these components that has a lead. A read for each of three at most. */
  readonly findComponentLead: (componentIds: readonly string[]) => Promise<string | null>;
  readonly findProjectLead: (projectId: string) => Promise<string | null>;
  readonly isJiraAdmin: () => Promise<boolean>;
  /** Holds the app's own global permission *Administer TAM*, or administers Jira. */
  readonly mayAdministerTam: () => Promise<boolean>;
  /** Has Jira mail those of these people who may see the issue. */
  readonly notify: (issueId: string, mail: IssueMail) => Promise<void>;
  /** Back to this status, or to another one of category To Do; false where nothing leads there. */
  readonly moveBack: (issueId: string, statusId: string) => Promise<boolean>;
  /** Plain text; everybody who may browse the issue can read it. */
  readonly addComment: (issueId: string, text: string) => Promise<void>;
  readonly setIssueProperty: (issueId: string, key: string, value: object) => Promise<void>;
  /** `date` is YYYY-MM-DD. One write. */
  readonly setDueDate: (issueId: string, date: string) => Promise<void>;
};

export type IssueMail = {
  readonly subject: string;
  readonly text: string;
  readonly accountIds: readonly string[];
};

export type IdPage = { readonly ids: readonly string[]; readonly next: string | null };

export type ChildCount = { readonly done: number; readonly total: number };

export type RemoteLink = {
  readonly id: string;
  /** Worded by whoever made it; '' where nothing says. */
  readonly relationship: string;
  readonly url: string;
  readonly title: string;
};

export type HistoryRead = {
  readonly issueId: string;
  readonly issueKey: string;
  /** Null when what Jira sent cannot be judged; the last note says why. */
  readonly history: IncidentHistory | null;
  /** What was odd in Jira's data and what was done about it. */
  readonly notes: readonly { readonly what: string; readonly done: string }[];
  /** Its links of now, to what the reader may browse; absent where nobody asked. */
  readonly links?: readonly IssueLink[];
};

export type PastRead = {
  readonly issueKey: string;
  /** Null when what Jira sent tells no past. */
  readonly past: PastStep | null;
};

/** Issues that stand, or once stood, before others. */
export type BlockersAsked = {
  /** By links of now, which tell id, key and status. */
  readonly linked: readonly LinkedIssue[];
  /** By records of links alone. */
  readonly keys: readonly string[];
};

export type BlockerRead = Omit<BlockerLife, 'by'>;

export type NewIssue = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly dueDate: string | null;
};

export type LinkType = Named & { readonly inward: string; readonly outward: string };

export type JiraProject = { readonly id: string; readonly key: string; readonly name: string };

export type IssueType = Named & { readonly isSubtask: boolean; readonly hierarchyLevel: number };
