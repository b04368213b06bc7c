import * as v from 'valibot';
import type { IssueLink } from '../core/issue';
import type { StatusRef } from '../core/sla/judge/history';
import type { HistoryRead } from '../usecases/ports/jira-port';
import { type AskedFields, keysOf, NO_FIELDS_ASKED } from './asked-fields';
import { completeComments } from './complete-comments';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { listChangelogs } from './list-changelogs';
import { BareIssue } from './wire/bare-issue';
import { WireLinks } from './wire/issue';
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
  'issuelinks',
];

/** Jira docs, "Bulk fetch issues": at most 100 in one call. */
const ISSUES_PER_CALL = 100;

/**
 * Histories of up to 1,000 issues as the speaker may browse them. Reads: one per hundred issues,
 * the pages of the changelog, and one more per issue whose comments did not come whole. `asked` are
 * the fields that policies ask about; more than those would only be carried.
 */
export async function listHistories(
  jira: Jira,
  idsOrKeys: readonly string[],
  statuses: ReadonlyMap<string, StatusRef>,
  asked: AskedFields = NO_FIELDS_ASKED,
): Promise<readonly HistoryRead[]> {
  if (idsOrKeys.length === 0) return [];
  const pages = await inChunks(idsOrKeys, ISSUES_PER_CALL, (chunk) =>
    readFields(jira, chunk, historyFields(asked)),
  );
  const issues = pages.flatMap((page) => page.issues);
  if (issues.length === 0) return [];
  const changelogs = await listChangelogs(
    jira,
    issues.map(({ id }) => id),
  );
  const read: HistoryRead[] = [];
  for (const issue of issues) {
    const whole = await completeComments(jira, issue);
    read.push(historyRead(whole, changelogs.get(issue.id) ?? [], statuses, asked));
  }
  return read;
}

/** The fields that a history is read from. */
export function historyFields({ ids }: AskedFields): readonly string[] {
  return [...new Set([...FIELDS, ...ids])];
}

/** An issue with its whole changelog, parsed. */
export function historyRead(
  issue: BareIssue,
  histories: readonly unknown[],
  statuses: ReadonlyMap<string, StatusRef>,
  asked: AskedFields,
): HistoryRead {
  const { names } = asked;
  const { history, notes } = parseIssueHistory(issue, statuses, {
    ...{ histories, names, asked: keysOf(asked) },
  });
  return { issueId: issue.id, issueKey: issue.key, history, notes, links: linksIn(issue) };
}

/** Links that are not as expected are none: the client's clocks do not depend on them. */
function linksIn({ fields }: BareIssue): readonly IssueLink[] {
  const parsed = v.safeParse(WireLinks, fields.issuelinks);
  return parsed.success ? parsed.output : [];
}

function readFields(jira: Jira, idsOrKeys: readonly string[], fields: readonly string[]) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/issue/bulkfetch`,
    endpoint: '/rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: idsOrKeys, fields },
    answer: v.object({ issues: v.array(BareIssue) }),
    send: 'again',
  });
}
