import type { InputNote } from '../jira/wire/issue-history';

type Link = { inwardIssue?: { key?: unknown } | null; outwardIssue?: { key?: unknown } | null };
type LooseIssue = { key: string; fields: Record<string, unknown> };

/** Links of an issue that lead out of the file, in one note. */
export function linksOutside(issue: unknown, present: ReadonlySet<string>): InputNote[] {
  const { key, fields } = issue as LooseIssue;
  const links = Array.isArray(fields.issuelinks) ? (fields.issuelinks as (Link | null)[]) : [];
  const keys = links.flatMap((link) => {
    const other = (link?.inwardIssue ?? link?.outwardIssue)?.key;
    return typeof other === 'string' && !present.has(other) ? [other] : [];
  });
  if (keys.length === 0) return [];
  const what = `is linked to ${keys.join(', ')} outside of the file`;
  return [{ issue: key, what, done: 'the clocks do not need the link' }];
}

/** Notes each field that Jira itself does not have, once, at the first issue that carries it. */
export function fieldNoter(note: (note: InputNote) => void): (issue: unknown) => void {
  const seen = new Set<string>();
  return (issue) => {
    const { key, fields } = issue as LooseIssue;
    for (const field in fields) {
      if (seen.has(field)) continue;
      seen.add(field);
      if (SYSTEM_FIELDS.has(field) || /^customfield_\d+$/.test(field)) continue;
      note({
        issue: key,
        what: `has an unknown field "${field}"`,
        done: 'passed over, here and on',
      });
    }
  };
}

/** Field ids of Jira Cloud that are not custom fields. */
export const SYSTEM_FIELDS: ReadonlySet<string> = new Set(
  `aggregateprogress aggregatetimeestimate aggregatetimeoriginalestimate aggregatetimespent
  assignee attachment comment components created creator description duedate environment
  fixVersions issuekey issuelinks issuerestriction issuetype labels lastViewed parent priority
  progress project reporter resolution resolutiondate security status statusCategory
  statuscategorychangedate subtasks summary thumbnail timeestimate timeoriginalestimate timespent
  timetracking updated versions votes watches worklog workratio`.split(/\s+/),
);
