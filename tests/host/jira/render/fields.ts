import type { Actor } from '../jira-types';
import { maySeeComment, maySeeIssue } from '../permissions';
import type { IssueView } from '../search/search-index';
import { childrenOf, type JiraState, must } from '../state/state';
import type { Issue, IssueLink } from '../state/types';
import { commentBody } from './comment';
import { jiraTime } from './dates';
import {
  issueTypeBody,
  linkTypeBody,
  priorityBody,
  resolutionBody,
  securityBody,
  self,
  statusBody,
  statusOf,
  typeOf,
  userById,
} from './names';
import { projectRef } from './project';

export interface FieldsContext {
  state: JiraState;
  /** Who reads: stubs of issues that he may not see are left out. */
  actor: Actor;
  timeZone: string;
}

/** Every field of an issue, made on demand: a reader of two fields does not pay for forty. */
export function fieldReaders(
  context: FieldsContext,
  view: IssueView,
): Record<string, () => unknown> {
  const { state, timeZone } = context;
  const { issue } = view;
  const time = (at: number | null): string | null => (at === null ? null : jiraTime(at, timeZone));
  const others = Object.entries(issue.otherFields).map(([id, value]) => [id, () => value] as const);
  return {
    components: () => [],
    fixVersions: () => [],
    ...Object.fromEntries(
      [...state.fields.values()].filter((f) => f.custom).map((f) => [f.id, () => null]),
    ),
    ...Object.fromEntries(others),
    summary: () => issue.summary,
    description: () => issue.description,
    issuetype: () => issueTypeBody(typeOf(state, issue.typeId)),
    project: () => projectRef(must(state.projects, issue.projectId)),
    status: () => statusBody(statusOf(state, issue.statusId)),
    priority: () => priorityBody(state, issue.priorityId),
    resolution: () => resolutionBody(state, issue.resolutionId),
    security: () => securityBody(state, issue.securityId),
    resolutiondate: () => time(issue.resolved),
    created: () => time(issue.created),
    updated: () => time(issue.updated),
    statuscategorychangedate: () => time(issue.statusCategoryChanged),
    duedate: () => issue.duedate,
    labels: () => issue.labels,
    assignee: () => userById(state, issue.assigneeId),
    reporter: () => userById(state, issue.reporterId),
    creator: () => userById(state, issue.creatorId),
    parent: () => parentBody(context, issue),
    subtasks: () => subtaskBodies(context, issue),
    issuelinks: () => view.links.flatMap((link) => linkBody(context, issue, link)),
    comment: () => commentsBody(context, issue),
    ...archiveReaders(context, issue),
  };
}

/** Only archived issues have them; in Jira's screens they are "Archived" and "Archiver". */
function archiveReaders({ state, timeZone }: FieldsContext, { archived }: Issue) {
  if (archived === null) return {};
  return {
    archiveddate: () => jiraTime(archived.at, timeZone),
    archivedby: () => userById(state, archived.by),
  };
}

/** What a link, a sub-task or a parent shows of another issue. */
export function stubBody(state: JiraState, issue: Issue): Record<string, unknown> {
  return {
    id: issue.id,
    key: issue.key,
    self: self(`issue/${issue.id}`),
    fields: {
      summary: issue.summary,
      status: statusBody(statusOf(state, issue.statusId)),
      priority: priorityBody(state, issue.priorityId),
      issuetype: issueTypeBody(typeOf(state, issue.typeId)),
    },
  };
}

/** The issue at the other end of a link; a stub of an issue that the reader may not see is left out. */
function linkBody(context: FieldsContext, issue: Issue, link: IssueLink): unknown[] {
  const { state } = context;
  const outward = link.sourceId === issue.id;
  const other = state.issues.get(outward ? link.destinationId : link.sourceId);
  if (!other || !maySeeIssue(state, context.actor, other)) return [];
  return [
    {
      id: link.id,
      self: self(`issueLink/${link.id}`),
      type: linkTypeBody(must(state.linkTypes, link.typeId)),
      [outward ? 'outwardIssue' : 'inwardIssue']: stubBody(state, other),
    },
  ];
}

function parentBody({ state, actor }: FieldsContext, issue: Issue): unknown {
  const parent = issue.parentId === null ? undefined : state.issues.get(issue.parentId);
  return parent && maySeeIssue(state, actor, parent) ? stubBody(state, parent) : null;
}

function subtaskBodies({ state, actor }: FieldsContext, issue: Issue): unknown[] {
  if (typeOf(state, issue.typeId).hierarchyLevel !== 0) return [];
  return childrenOf(state, issue.id)
    .filter((child) => typeOf(state, child.typeId).subtask && maySeeIssue(state, actor, child))
    .map((child) => stubBody(state, child));
}

function commentsBody({ state, actor, timeZone }: FieldsContext, issue: Issue): unknown {
  const seen = issue.comments.filter((comment) => maySeeComment(state, actor, comment));
  const total = seen.length;
  return {
    comments: seen.map((comment) => commentBody(state, issue, comment, timeZone)),
    self: self(`issue/${issue.id}/comment`),
    maxResults: total,
    total,
    startAt: 0,
  };
}
