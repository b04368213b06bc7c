import * as v from 'valibot';
import type { StatusRef } from '../core/sla/history';
import type { HistoryRead } from '../usecases/ports/jira-port';
import { completeComments } from './complete-comments';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { listChangelogs } from './list-changelogs';
import { BareIssue } from './wire/bare-issue';
import { parseIssueHistory } from './wire/issue-history';

const FIELDS = [
  'created',
  'reporter',
  'project',
  'issuetype',
  'status',
  'priority',
  'resolution',
  'resolutiondate',
  'assignee',
  'duedate',
  'labels',
  'comment',
];

/** Jira docs, "Bulk fetch issues": at most 100 in one call. */
const ISSUES_PER_CALL = 100;

/**
 * Histories of up to 1,000 issues as the speaker may browse them. Reads: one per hundred issues,
 * the pages of the changelog, and one more per issue whose comments did not come whole.
 */
export async function listHistories(
  jira: Jira,
  idsOrKeys: readonly string[],
  statuses: ReadonlyMap<string, StatusRef>,
): Promise<readonly HistoryRead[]> {
  if (idsOrKeys.length === 0) return [];
  const pages = await inChunks(idsOrKeys, ISSUES_PER_CALL, (chunk) => readFields(jira, chunk));
  const issues = pages.flatMap((page) => page.issues);
  if (issues.length === 0) return [];
  const changelogs = await listChangelogs(
    jira,
    issues.map(({ id }) => id),
  );
  const read: HistoryRead[] = [];
  for (const issue of issues) {
    const whole = await completeComments(jira, issue);
    const histories = changelogs.get(issue.id) ?? [];
    const { history, notes } = parseIssueHistory(whole, statuses, { histories });
    read.push({ issueId: issue.id, issueKey: issue.key, history, notes });
  }
  return read;
}

function readFields(jira: Jira, idsOrKeys: readonly string[]) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/issue/bulkfetch`,
    endpoint: '/rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: idsOrKeys, fields: FIELDS },
    answer: v.object({ issues: v.array(BareIssue) }),
    send: 'again',
  });
}
