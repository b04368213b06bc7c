import { freshIssueIds } from './fresh-issues';
import { http } from './http';
import type { Issue } from './jira-types';

const LIST_FIELDS = [
  'summary',
  'status',
  'issuetype',
  'priority',
  'assignee',
  'duedate',
  'updated',
  'project',
  'parent',
];

type SearchPage = { issues: Issue[]; isLast?: boolean; nextPageToken?: string };

/** One page of a search with the fields that lists and cards show. */
export async function searchIssues(jql: string, maxResults = 50): Promise<Issue[]> {
  const ids = await freshIssueIds();
  const body = { jql, fields: LIST_FIELDS, maxResults, reconcileIssues: ids.map(Number) };
  const page = await http.post<SearchPage>('/rest/api/3/search/jql', body);
  return page.issues;
}

/** Everything that stands on a board; an issue is there when its status has a column. */
export async function readBoardIssues(boardId: string): Promise<Issue[]> {
  const all: Issue[] = [];
  const fresh = await freshIssueIds();
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ fields: LIST_FIELDS.join(','), maxResults: '100' });
    if (fresh.length > 0) query.set('reconcileIssues', fresh.join(','));
    if (token) query.set('nextPageToken', token);
    const path = `/rest/software/1.0/board/${boardId}/issue?${query}`;
    const page = await http.get<SearchPage>(path);
    all.push(...page.issues);
    token = page.isLast === true ? undefined : page.nextPageToken;
  } while (token);
  return all;
}
