import * as v from 'valibot';
import type { LinkedIssue } from '../../src/core/issue';
import { findHistory } from '../../src/jira/find-history';
import type { Jira } from '../../src/jira/http';
import { listBlockers } from '../../src/jira/list-blockers';
import { JiraError } from '../../src/usecases/ports/jira-error';
import { knownStatuses } from '../builders/known-statuses';
import { wireIssue } from '../builders/wire-issue';

const TODO = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };
const DONE = { id: '5', name: 'Done', statusCategory: { key: 'done' } };
const KNOWN = knownStatuses([TODO, DONE]);
const NOON = Date.parse('2026-11-23T12:00:00+03:00');

const done = (id: string) => ({
  ...{ id, author: null, created: NOON },
  items: [{ field: 'status', fieldId: 'status', from: '1', to: '5', toString: 'Done' }],
});

const linked = (key: string): LinkedIssue => ({
  ...{ id: `id ${key}`, key, summary: '' },
  status: { id: '1', name: 'To Do', category: 'todo' },
});

type Told = { readonly calls: string[]; readonly jira: Jira };

/** A Jira that answers by endpoint and takes note of what it was asked. */
function jiraOf(answers: Readonly<Record<string, (body: unknown) => unknown>>): Told {
  const calls: string[] = [];
  const jira = (async ({ endpoint, body, answer }: Parameters<Jira>[0]) => {
    calls.push(`${endpoint} ${JSON.stringify(body ?? null)}`);
    return v.parse(answer as v.GenericSchema, answers[endpoint]?.(body));
  }) as Jira;
  return { calls, jira };
}

const CHANGELOGS = '/rest/api/3/changelog/bulkfetch';
const ISSUES = '/rest/api/3/issue/bulkfetch';

const changelogs = (...ids: string[]) => ({
  issueChangeLogs: ids.map((issueId) => ({ issueId, changeHistories: [done('1')] })),
});

// Done on Monday 2026-11-23 at 12:00, Moscow.
describe('listBlockers', () => {
  const ended = [
    { from: 0, category: 'new' },
    { from: NOON, category: 'done' },
  ];

  it('reads the changes of linked issues in one call, and takes the others as they are', async () => {
    const { jira, calls } = jiraOf({ [CHANGELOGS]: () => changelogs('id NET-12') });
    const asked = { linked: [linked('NET-12'), linked('VIRT-3'), linked('NET-12')], keys: [] };
    expect(await listBlockers(jira, asked, KNOWN)).toEqual([
      { keys: ['NET-12'], statuses: ended },
      { keys: ['VIRT-3'], statuses: [{ from: 0, category: 'new' }] },
    ]);
    expect(calls).toEqual([
      `${CHANGELOGS} {"issueIdsOrKeys":["id NET-12","id VIRT-3"],"maxResults":10000,"fieldIds":["status"]}`,
    ]);
  });

  it('reads issues of records together with the linked ones, still in one call', async () => {
    const issue = (id: string, key: string) => ({
      ...{ id, key, fields: { status: DONE }, changelog: { histories: [done('1')], total: 1 } },
    });
    const { jira, calls } = jiraOf({
      [ISSUES]: () => ({ issues: [issue('id NET-12', 'NET-12'), issue('7', 'OLD-1')] }),
    });
    const asked = { linked: [linked('NET-12')], keys: ['OLD-1', 'GONE-2'] };
    expect(await listBlockers(jira, asked, KNOWN)).toEqual([
      { keys: ['NET-12'], statuses: ended },
      { keys: ['OLD-1'], statuses: ended },
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toContain('["id NET-12","OLD-1","GONE-2"]');
  });

  it('asks for the whole changelog of an issue whose changes were cut', async () => {
    const histories = [{ ...done('2'), items: [] }];
    const cut = { id: '7', key: 'OLD-1', fields: { status: DONE } };
    const { jira, calls } = jiraOf({
      [ISSUES]: () => ({ issues: [{ ...cut, changelog: { histories, total: 41 } }] }),
      [CHANGELOGS]: () => changelogs('7'),
    });
    const read = await listBlockers(jira, { linked: [], keys: ['OLD-1'] }, KNOWN);
    expect(read).toEqual([{ keys: ['OLD-1'], statuses: ended }]);
    expect(calls).toHaveLength(2);
  });

  it('costs 1,000 linked blockers one call, and those of records one per hundred', async () => {
    const { jira, calls } = jiraOf({
      [ISSUES]: () => ({ issues: [] }),
      [CHANGELOGS]: () => changelogs(),
    });
    const many = Array.from({ length: 1000 }, (_, index) => linked(`NET-${index + 1}`));
    const keys = Array.from({ length: 101 }, (_, index) => `OLD-${index + 1}`);
    expect(await listBlockers(jira, { linked: many, keys }, KNOWN)).toHaveLength(1000);
    expect(calls.map((call) => call.split(' ')[0])).toEqual([ISSUES, ISSUES, CHANGELOGS]);
  });
});

describe('findHistory', () => {
  const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';

  it('reads an issue with its changes in one call', async () => {
    const issue = { ...wireIssue(), changelog: { histories: [done('1')], total: 1 } };
    const { jira, calls } = jiraOf({ [ISSUE]: () => issue });
    const read = await findHistory(jira, '10001', KNOWN);
    expect(read?.history?.events.map(({ kind }) => kind)).toContain('status');
    expect(calls).toHaveLength(1);
  });

  it('asks for the whole changelog of an issue with more', async () => {
    const issue = { ...wireIssue(), changelog: { histories: [done('1')], total: 101 } };
    const { jira, calls } = jiraOf({
      [ISSUE]: () => issue,
      [CHANGELOGS]: () => changelogs(String(wireIssue().id)),
    });
    expect((await findHistory(jira, '10001', KNOWN))?.history).not.toBeNull();
    expect(calls).toHaveLength(2);
  });

  it('is null for what does not exist or may not be browsed', async () => {
    const { jira } = jiraOf({
      [ISSUE]: () => {
        throw new JiraError('GET issue', 404);
      },
    });
    expect(await findHistory(jira, '10001', KNOWN)).toBeNull();
  });
});
