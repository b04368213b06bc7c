import { refuseField } from '../endpoint';
import type { Actor } from '../jira-types';
import { actorId, mayInProject } from '../permissions';
import type { Site } from '../site';
import { addIssue, findProject, must, nextId } from '../state/state';
import type { Issue, IssueType, Project } from '../state/types';
import { workflowFor } from '../state/workflows';
import { setFields } from './edit-issue';
import { emitEvent } from './events';
import { issuePart, markChanged } from './record';

/** Creates an issue from the `fields` of POST issue. Refuses with 400 by field. */
export function createIssue(
  site: Site,
  actor: Actor,
  fields: Readonly<Record<string, unknown>>,
): Issue {
  return bear(site, actor, draftIssue(site, actor, fields));
}

/** The issue as it would be created, without number and in no list yet. */
export function draftIssue(
  site: Site,
  actor: Actor,
  fields: Readonly<Record<string, unknown>>,
): Issue {
  const { project: projectValue, issuetype, ...rest } = fields;
  const project = projectFor(site, actor, projectValue);
  const type = typeIn(site, project, issuetype);
  if (rest.summary === undefined) {
    throw refuseField('summary', 'You must specify a summary of the issue.');
  }
  if (type.subtask && !rest.parent) {
    throw refuseField(
      'issuetype',
      'Issue type is a sub-task but parent issue key or id not specified.',
    );
  }
  const issue = blankIssue(site, actor, project, type);
  setFields({ state: site.state, actor }, issue, rest);
  return issue;
}

/** Numbers the draft, puts it into Jira and tells of it, with what the event carries besides. */
export function bear(site: Site, actor: Actor, issue: Issue, besides: object = {}): Issue {
  const project = must(site.state.projects, issue.projectId);
  project.lastNumber += 1;
  issue.id = nextId(site.state);
  issue.key = `${project.key}-${project.lastNumber}`;
  addIssue(site.state, issue);
  markChanged(site, issue, 'issue');
  emitEvent(site, actor, 'avi:jira:created:issue', { ...issuePart(site, issue), ...besides });
  if (issue.assigneeId !== null) {
    emitEvent(site, actor, 'avi:jira:assigned:issue', issuePart(site, issue));
  }
  return issue;
}

function projectFor(site: Site, actor: Actor, value: unknown): Project {
  const { id, key } = (value ?? {}) as { id?: unknown; key?: unknown };
  const project = findProject(site.state, String(id ?? key ?? ''));
  if (project && mayInProject(site.state, actor, 'CREATE_ISSUES', project)) return project;
  throw refuseField('project', 'Specify a valid project ID or key');
}

function typeIn(site: Site, project: Project, value: unknown): IssueType {
  const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
  const types = project.issueTypeIds.map((typeId) => must(site.state.issueTypes, typeId));
  const type = types.find((candidate) =>
    id === undefined ? candidate.name === name : candidate.id === String(id),
  );
  if (type) return type;
  throw refuseField('issuetype', 'Specify an issue type');
}

function blankIssue(site: Site, actor: Actor, project: Project, type: IssueType): Issue {
  const now = site.clock.now();
  const creatorId = actorId(site.state, actor);
  const middle = site.state.priorities[Math.floor(site.state.priorities.length / 2)];
  return {
    id: '',
    key: '',
    formerKeys: [],
    projectId: project.id,
    typeId: type.id,
    statusId: workflowFor(site.state, project, type.id).initial.to,
    priorityId: middle?.id ?? null,
    resolutionId: null,
    securityId: null,
    summary: '',
    description: null,
    assigneeId: null,
    reporterId: creatorId,
    creatorId,
    labels: [],
    duedate: null,
    parentId: null,
    created: now,
    updated: now,
    resolved: null,
    statusCategoryChanged: now,
    archived: null,
    remoteLinks: [],
    otherFields: {},
    comments: [],
    histories: [],
    properties: new Map(),
  };
}
