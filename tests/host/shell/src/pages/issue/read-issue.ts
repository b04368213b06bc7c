import { CLIENT_FIELD } from '../../lib/create-meta';
import { http } from '../../lib/http';
import type { Comment, History, Issue } from '../../lib/jira-types';
import { readPages } from '../../lib/read-pages';
import { searchIssues } from '../../lib/search-issues';

const FIELDS = [
  'summary',
  'status',
  'issuetype',
  'project',
  'priority',
  'assignee',
  'reporter',
  'description',
  'duedate',
  'labels',
  'created',
  'updated',
  'resolution',
  'parent',
  'subtasks',
  'issuelinks',
  CLIENT_FIELD,
].join(',');

export function readIssue(issueKey: string): Promise<Issue> {
  return http.get<Issue>(`/rest/api/3/issue/${issueKey}?fields=${FIELDS}`);
}

export function readChildren(issueKey: string): Promise<Issue[]> {
  return searchIssues(`parent = "${issueKey}" ORDER BY created ASC`);
}

export async function readComments(issueKey: string): Promise<Comment[]> {
  const path = `/rest/api/3/issue/${issueKey}/comment?maxResults=100`;
  return (await http.get<{ comments: Comment[] }>(path)).comments;
}

export async function readHistory(issueKey: string): Promise<History[]> {
  const oldestFirst = await readPages<History>(`/rest/api/3/issue/${issueKey}/changelog`);
  return oldestFirst.reverse();
}
