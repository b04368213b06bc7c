import { bodyList, bodyNumber, issueOfCall, pageBody, pageOf, zoneOf } from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { maySeeIssue } from '../permissions';
import { historyBody, oldestFirst } from '../render/history';
import { offsetOf, pageToken } from '../search/page-token';
import { findIssue } from '../state/state';
import type { History, Issue } from '../state/types';

export const changelogEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    query: ['startAt', 'maxResults'],
    answer: (call) => {
      const { state } = call.site;
      const zone = zoneOf(call);
      const { histories } = issueOfCall(call);
      const bodies = oldestFirst(histories).map((history) => historyBody(state, history, zone));
      const body = pageBody(bodies, pageOf(call, 100, 100));
      return { status: 200, points: 1 + (body.values as unknown[]).length, body };
    },
  },
  {
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    body: ['issueIdsOrKeys', 'fieldIds', 'maxResults', 'nextPageToken'],
    answer: bulkFetch,
  },
];

interface Entry {
  issue: Issue;
  history: History;
}

/** Oldest first over all issues: an issue may be split over pages; one without history is absent. */
function bulkFetch(call: Call) {
  const asked = bodyList(call, 'issueIdsOrKeys');
  const fieldIds = bodyList(call, 'fieldIds');
  demandSizes(asked, fieldIds);
  const entries = issuesOf(call, asked)
    .flatMap((issue) => entriesOf(issue, fieldIds))
    .sort(
      (a, b) => a.history.created - b.history.created || Number(a.issue.id) - Number(b.issue.id),
    );
  const question = { asked, fieldIds };
  const from = offsetOf(call.body.nextPageToken as string | undefined, question);
  const to = from + Math.min(bodyNumber(call, 'maxResults', 1000), 10_000);
  const body = {
    issueChangeLogs: grouped(call, entries.slice(from, to)),
    ...(to < entries.length ? { nextPageToken: pageToken(question, to) } : {}),
  };
  return { status: 200, points: 1 + body.issueChangeLogs.length, body };
}

function demandSizes(asked: readonly string[], fieldIds: readonly string[]): void {
  if (asked.length === 0) throw refuse(400, 'issueIdsOrKeys must not be empty.');
  if (asked.length > 1000) {
    throw refuse(
      400,
      'You may only load changelogs for a maximum of 1,000 issues by ID or key at a time.',
    );
  }
  if (fieldIds.length > 10 || new Set(fieldIds).size < fieldIds.length) {
    throw refuse(400, 'fieldIds must hold at most 10 different ids.');
  }
}

function issuesOf({ site, actor }: Call, asked: readonly string[]): Issue[] {
  const found = asked.flatMap((idOrKey) => findIssue(site.state, idOrKey) ?? []);
  return [...new Set(found)].filter((issue) => maySeeIssue(site.state, actor, issue));
}

/** Only the items of the asked fields; histories without any are left out. */
function entriesOf(issue: Issue, fieldIds: readonly string[]): Entry[] {
  if (fieldIds.length === 0) return issue.histories.map((history) => ({ issue, history }));
  return issue.histories.flatMap((history) => {
    const items = history.items.filter((item) => fieldIds.includes(item.fieldId ?? item.field));
    return items.length === 0 ? [] : [{ issue, history: { ...history, items } }];
  });
}

/** Here, and only here, `created` is a number of epoch milliseconds. */
function grouped(call: Call, entries: readonly Entry[]) {
  const byIssue = new Map<string, unknown[]>();
  for (const { issue, history } of entries) {
    const body = historyBody(call.site.state, history, zoneOf(call));
    const list = byIssue.get(issue.id) ?? [];
    list.push({ ...body, created: history.created });
    byIssue.set(issue.id, list);
  }
  return [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories }));
}
