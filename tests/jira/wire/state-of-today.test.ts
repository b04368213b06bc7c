import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { compileJql } from '../../../src/cli/jql/compile-jql';
import type { JqlIssue } from '../../../src/cli/jql/world';
import { worldOfIssues } from '../../../src/cli/jql/world-of-issues';
import type { IncidentHistory } from '../../../src/core/sla/judge/history';
import { IssueState } from '../../../src/core/sla/judge/issue-state';
import { compileGoalJql } from '../../../src/core/sla/policy/goal-jql';
import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import { learnStatuses } from '../../../src/jira/wire/known-statuses';

const file = '../shared/data/jira/asf-issues.json.gz';
const there = existsSync(file);

function load() {
  const { issues } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    issues: JqlIssue[];
  };
  const statuses = new Map();
  for (const issue of issues) learnStatuses(issue, statuses);
  const read = issues.map((issue) => ({
    issue,
    history: parseIssueHistory(issue, statuses).history as IncidentHistory,
  }));
  return { read, world: worldOfIssues(issues, { now: Date.now(), timeZone: 'UTC' }) };
}

/** Accounts were merged and records lost: some issues are not what their changelog ends with. */
function endsAsToday({ fields, changelog }: JqlIssue): boolean {
  const ids = { assignee: 'accountId', resolution: 'id' } as const;
  return (['assignee', 'resolution'] as const).every((field) => {
    const items = (changelog?.histories ?? []).flatMap((history) =>
      history.items.filter((item) => item.field === field).map((item) => ({ history, item })),
    );
    const last = items.sort(
      (a, b) => Date.parse(a.history.created) - Date.parse(b.history.created),
    );
    const now = (fields[field] as Record<string, string> | null)?.[ids[field]] ?? null;
    return items.length === 0 || (last.at(-1)?.item.to ?? null) === now;
  });
}

/** The issue after its whole history, from what it was at creation. */
function lastState(history: IncidentHistory): IssueState {
  const state = new IssueState(history);
  for (const event of history.events) state.apply(event);
  return state;
}

const QUERIES = [
  ...['priority in (Major, Blocker)', 'priority is EMPTY', 'issuetype in (Bug, Task)'],
  ...['status != Closed', 'statusCategory = Done', 'resolution = Unresolved', 'resolution = Fixed'],
  ...['assignee is EMPTY', 'reporter is not EMPTY', 'labels is not EMPTY', 'component is EMPTY'],
  ...['fixVersion is EMPTY', 'due is not EMPTY', 'due < 2014-07-01', 'created >= 2013-01-01'],
  ...['project = FCREPO', 'project != FCREPO AND (labels is EMPTY OR component is not EMPTY)'],
];

/** Each component, version, label and assignee that twenty issues share. */
function queriesByValue(issues: readonly JqlIssue[]): string[] {
  const counts = new Map<string, number>();
  const count = (field: string, value: unknown) => {
    const text = `${field} = ${JSON.stringify(value)}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  };
  for (const { fields } of issues) {
    const named = (field: string) => (fields[field] ?? []) as { name: string }[];
    for (const { name } of named('components')) count('component', name);
    for (const { name } of named('fixVersions')) count('fixVersion', name);
    for (const label of (fields.labels ?? []) as string[]) count('labels', label);
    for (const field of ['assignee', 'reporter']) {
      const person = fields[field] as { accountId: string } | null;
      if (person != null) count(field, person.accountId);
    }
  }
  return [...counts].filter(([, many]) => many >= 20).map(([text]) => text);
}

describe('a goal’s JQL on 3,537 real issues', () => {
  (there ? it : it.skip)(
    'selects by their last state what a search selects of today (needs ../shared/data)',
    () => {
      const { read: all, world } = load();
      const read = all.filter(({ issue }) => endsAsToday(issue));
      expect(all.length - read.length).toBe(50);
      const states = read.map(({ history }) => lastState(history));
      const queries = [...QUERIES, ...queriesByValue(read.map(({ issue }) => issue))];
      const different: string[] = [];
      let selected = 0;
      for (const jql of queries) {
        const ours = compileGoalJql(jql, 'UTC');
        const theirs = compileJql(jql, world);
        if (!ours.ok || !theirs.ok) throw new Error(`${jql}: ${JSON.stringify([ours, theirs])}`);
        read.forEach(({ issue }, index) => {
          const isSought = theirs.matches(issue);
          if (isSought) selected += 1;
          if (ours.holds(states[index] as IssueState) !== isSought) {
            different.push(`${issue.key} ${jql}`);
          }
        });
      }
      expect(queries.length).toBeGreaterThan(100);
      expect(selected).toBeGreaterThan(10_000);
      expect(different).toEqual([]);
    },
    60_000,
  );
});
