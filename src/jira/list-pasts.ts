import * as v from 'valibot';
import type { StatusRef } from '../core/sla/judge/history';
import type { PastRead } from '../usecases/ports/jira-port';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';
import { listChangelogs } from './list-changelogs';
import { BareIssue } from './wire/bare-issue';
import { WireLinks } from './wire/issue';
import { parseIssueHistory } from './wire/issue-history';

const FIELDS = [
  ...['created', 'project', 'issuetype', 'status', 'resolution', 'resolutiondate'],
  ...['parent', 'issuelinks'],
];

/** Jira docs, "Bulk fetch issues": at most 100 in one call. */
const ISSUES_PER_CALL = 100;

const KINDS: ReadonlySet<string> = new Set(['status', 'resolution', 'link']);

/**
 * What the order of up to 1,000 issues was, as the speaker may browse them: their moves,
 * resolutions and links, without comments. One read per hundred, and the pages of the changelog;
 * these are asked for whole, because records of links carry no field id to ask for.
 */
export async function listPasts(
  jira: Jira,
  ids: readonly string[],
  statuses: ReadonlyMap<string, StatusRef>,
): Promise<readonly PastRead[]> {
  const pages = await inChunks(ids, ISSUES_PER_CALL, (chunk) => readFields(jira, chunk));
  const issues = pages.flatMap((page) => page.issues);
  if (issues.length === 0) return [];
  const changelogs = await listChangelogs(
    jira,
    issues.map(({ id }) => id),
  );
  return issues.map((issue) => pastOf(issue, changelogs.get(issue.id) ?? [], statuses));
}

function pastOf(
  issue: BareIssue,
  histories: readonly unknown[],
  statuses: ReadonlyMap<string, StatusRef>,
): PastRead {
  const { history } = parseIssueHistory(issue, statuses, { histories, comments: [] });
  const links = v.safeParse(WireLinks, issue.fields.issuelinks);
  const parent = v.safeParse(v.object({ id: v.string() }), issue.fields.parent);
  if (history === null) return { issueKey: issue.key, past: null };
  const events = history.events.filter(({ kind }) => KINDS.has(kind));
  return {
    issueKey: issue.key,
    past: {
      history: { ...history, events },
      links: (links.success ? links.output : []).map(({ typeId, end, other }) => ({
        ...{ typeId, end, otherKey: other.key },
      })),
      parentId: parent.success ? parent.output.id : null,
    },
  };
}

function readFields(jira: Jira, ids: readonly string[]) {
  return jira({
    method: 'POST',
    url: route`/rest/api/3/issue/bulkfetch`,
    endpoint: '/rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: ids, fields: FIELDS },
    answer: v.object({ issues: v.array(BareIssue) }),
    send: 'again',
  });
}
