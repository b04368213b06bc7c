import { expands, fieldsContext, issueOfCall, queryList } from '../call-values';
import { createIssue } from '../change/create-issue';
import { deleteIssue } from '../change/delete-issue';
import { editIssue, valuesOfUpdate } from '../change/edit-issue';
import { setIssueProperty } from '../change/issue-property';
import { type Call, type Endpoint, NotModelled, Refusal, refuse, refuseField } from '../endpoint';
import { demand } from '../permissions';
import { issueBody } from '../render/issue';
import { self } from '../render/names';
import { viewNow } from '../search/search-index';
import { childrenOf, must } from '../state/state';
import { addLinksOfUpdate } from './issue-links';

type Fields = Readonly<Record<string, unknown>>;

export const issueEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue',
    body: ['fields', 'update', 'properties'],
    answer: postIssue,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    query: ['fields', 'expand', 'properties'],
    answer: getIssue,
  },
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    query: ['notifyUsers', 'returnIssue'],
    // Jira takes a `transition` here and ignores it.
    body: ['fields', 'update', 'properties', 'transition'],
    answer: putIssue,
  },
  {
    method: 'DELETE',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    query: ['deleteSubtasks'],
    answer: removeIssue,
  },
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}/assignee',
    body: ['accountId'],
    answer: assign,
  },
];

function postIssue(call: Call) {
  const { site, actor } = call;
  const { issuelinks = [], ...update } = updateOf(call);
  if (Object.keys(update).length > 0) {
    throw new NotModelled(`update of "${Object.keys(update)[0]}" when an issue is created`);
  }
  const issue = createIssue(site, actor, fieldsOf(call));
  for (const { key, value } of propertiesOf(call))
    setIssueProperty(site, actor, issue, { key, value });
  addLinksOfUpdate(call, issue, issuelinks);
  const { id, key } = issue;
  return { status: 201, body: { id, key, self: self(`issue/${id}`) } };
}

/** Always consistent, unlike search; a moved issue answers under its new key. */
function getIssue(call: Call) {
  const issue = issueOfCall(call);
  const fields = queryList(call, 'fields');
  const changelog = expands(queryList(call, 'expand')).has('changelog');
  const body = issueBody(fieldsContext(call), viewNow(call.site.state, issue), {
    fields: fields.length === 0 ? ['*all'] : fieldsAsked(fields),
    properties: queryList(call, 'properties'),
    ...(changelog ? { changelogMax: 100 } : {}),
  });
  return { status: 200, points: 2, body };
}

/** Only exclusions mean: all but these. */
function fieldsAsked(fields: readonly string[]): string[] {
  return fields.every((field) => field.startsWith('-')) ? ['*all', ...fields] : [...fields];
}

function putIssue(call: Call) {
  const { site, actor } = call;
  const issue = issueOfCall(call);
  const fields = fieldsOf(call);
  const { issuelinks = [], ...update } = updateOf(call);
  const twice = Object.keys(update).find((name) => name in fields);
  if (twice) {
    throw refuseField(twice, `Field '${twice}' cannot appear in both 'fields' and 'update'`);
  }
  const edits = { ...fields, ...valuesOfUpdate(issue, update) };
  if (Object.keys(edits).length > 0) {
    demand(site.state, actor, 'EDIT_ISSUES', issue);
    editIssue(site, actor, issue, edits);
  }
  for (const { key, value } of propertiesOf(call))
    setIssueProperty(site, actor, issue, { key, value });
  addLinksOfUpdate(call, issue, issuelinks);
  if (call.query.get('returnIssue') !== 'true') return { status: 204 };
  const view = viewNow(site.state, issue);
  const body = issueBody(fieldsContext(call), view, { fields: ['*all'], properties: [] });
  return { status: 200, points: 2, body };
}

function fieldsOf(call: Call): Fields {
  return (call.body.fields ?? {}) as Fields;
}

function updateOf(call: Call): Record<string, unknown> & { issuelinks?: unknown[] } {
  return (call.body.update ?? {}) as Record<string, unknown> & { issuelinks?: unknown[] };
}

function propertiesOf(call: Call): Array<{ key: string; value: unknown }> {
  return (call.body.properties ?? []) as Array<{ key: string; value: unknown }>;
}

function removeIssue(call: Call) {
  const { site, actor } = call;
  const issue = issueOfCall(call);
  demand(site.state, actor, 'DELETE_ISSUES', issue);
  const hasSubtasks = childrenOf(site.state, issue.id).some(
    (child) => must(site.state.issueTypes, child.typeId).subtask,
  );
  if (hasSubtasks && call.query.get('deleteSubtasks') !== 'true') {
    throw refuse(
      400,
      `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  deleteIssue(site, actor, issue);
  return { status: 204 };
}

/** accountId null unassigns, "-1" asks for the project's default. */
function assign(call: Call) {
  const { accountId } = call.body;
  if (accountId !== null && typeof accountId !== 'string') {
    throw new Refusal(400, { errorMessages: ['accountId is required.'], errors: {} });
  }
  editIssue(call.site, call.actor, issueOfCall(call), {
    assignee: accountId === null ? null : { accountId },
  });
  return { status: 204 };
}
