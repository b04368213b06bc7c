import { document } from '../company/issue-script';
import { addIssue, type JiraState, moveUnder } from '../jira/state/state';
import type { Issue } from '../jira/state/types';
import { type ExportedIssue, type ExportedNamed, instant } from './exported';
import { accountIdOf } from './load-catalogue';
import { commentsOf, historiesOf } from './load-histories';
import type { Note } from './notes';
import { otherFieldsOf } from './other-fields';

export function loadIssues(state: JiraState, issues: readonly ExportedIssue[], note: Note): void {
  const present = new Set(issues.map((issue) => issue.key));
  for (const exported of issues) {
    if (state.issues.has(exported.id)) {
      const done = 'only the first was loaded';
      note({ issue: exported.key, what: 'stands in the file more than once', done });
      continue;
    }
    addIssue(state, issueOf(state, exported, present, note));
    state.lastId = Math.max(state.lastId, Number(exported.id) || 0);
  }
  for (const exported of issues) setParent(state, exported, note);
}

function issueOf(
  state: JiraState,
  exported: ExportedIssue,
  present: ReadonlySet<string>,
  note: Note,
): Issue {
  const { id, key, fields } = exported;
  const created = instant(fields.created) ?? 0;
  const { description } = fields;
  return {
    id,
    key,
    formerKeys: formerKeysOf(exported, present, note),
    projectId: String(fields.project.id),
    typeId: String(fields.issuetype.id),
    statusId: String(fields.status.id),
    priorityId: idOf(fields.priority),
    resolutionId: idOf(fields.resolution),
    // An export names the level of an issue, never its members.
    securityId: null,
    summary: String(fields.summary ?? key),
    description:
      typeof description === 'string' ? document(description || ' ') : (description ?? null),
    assigneeId: accountIdOf(fields.assignee),
    reporterId: accountIdOf(fields.reporter),
    creatorId: accountIdOf(fields.creator),
    labels: Array.isArray(fields.labels) ? fields.labels.map(String) : [],
    duedate: typeof fields.duedate === 'string' ? fields.duedate : null,
    parentId: null,
    created,
    updated: instant(fields.updated) ?? created,
    resolved: instant(fields.resolutiondate) ?? null,
    statusCategoryChanged: instant(fields.statuscategorychangedate) ?? null,
    archived: null,
    remoteLinks: [],
    otherFields: otherFieldsOf(state, exported, note),
    comments: commentsOf(exported, note),
    histories: historiesOf(state, exported, note),
    properties: new Map(),
  };
}

const idOf = (thing: ExportedNamed | null | undefined): string | null =>
  thing?.id === undefined ? null : String(thing.id);

/** A move between projects changed the key: the old keys answer too, unless another issue has them. */
function formerKeysOf(issue: ExportedIssue, present: ReadonlySet<string>, note: Note): string[] {
  const items = (issue.changelog?.histories ?? []).flatMap((history) => history.items ?? []);
  const keys = items.flatMap(({ field, fromString }) =>
    field === 'Key' && fromString && fromString !== issue.key ? [fromString] : [],
  );
  if (keys.length === 0) return [];
  note({
    issue: issue.key,
    what: `was moved here from "${keys.join(', ')}"`,
    done: 'loaded under its present key; old keys answer too',
  });
  return [...new Set(keys)].filter((key) => !present.has(key));
}

function setParent(state: JiraState, { id, key, fields }: ExportedIssue, note: Note): void {
  const issue = state.issues.get(id);
  const { parent } = fields;
  if (!issue || !parent) return;
  if (parent.id !== undefined && state.issues.has(parent.id)) {
    moveUnder(state, issue, parent.id);
    return;
  }
  const what = `has a parent outside of the file "${parent.key}"`;
  note({ issue: key, what, done: 'loaded without a parent' });
}
