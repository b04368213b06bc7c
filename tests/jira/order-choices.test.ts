import * as v from 'valibot';
import type { Jira } from '../../src/jira/http';
import { listPasts } from '../../src/jira/list-pasts';
import { listProjectStatuses } from '../../src/jira/list-project-statuses';
import { listResolutions } from '../../src/jira/list-resolutions';
import { knownStatuses } from '../builders/known-statuses';

const TODO = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };
const DONE = { id: '5', name: 'Done', statusCategory: { key: 'done' } };
const NOON = Date.parse('2026-11-23T12:00:00+03:00');

/** A Jira that answers its calls in turn by endpoint and takes note of them. */
function jiraOf(answers: Readonly<Record<string, readonly unknown[]>>) {
  const calls: { readonly endpoint: string; readonly body: unknown }[] = [];
  const jira = (async ({ endpoint, body, answer }: Parameters<Jira>[0]) => {
    const before = calls.filter((call) => call.endpoint === endpoint).length;
    calls.push({ endpoint, body });
    return v.parse(answer as v.GenericSchema, answers[endpoint]?.[before]);
  }) as Jira;
  return { calls, jira };
}

describe('listResolutions', () => {
  it('reads page after page', async () => {
    const named = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `${from + at}`, name: `R${from + at}` }));
    const { calls, jira } = jiraOf({
      '/rest/api/3/resolution/search': [
        { values: named(0, 50), isLast: false },
        { values: named(50, 3), isLast: true },
      ],
    });
    expect(await listResolutions(jira)).toHaveLength(53);
    expect(calls).toHaveLength(2);
  });
});

describe('listProjectStatuses', () => {
  it('names a status of several types once, in the order of the first', async () => {
    const { jira } = jiraOf({
      '/rest/api/3/project/{projectIdOrKey}/statuses': [
        [{ statuses: [TODO, DONE] }, { statuses: [DONE, { ...TODO, id: '9', name: 'Ready' }] }],
      ],
    });
    expect(await listProjectStatuses(jira, 'NET')).toEqual([
      { id: '1', name: 'To Do', category: 'todo' },
      { id: '5', name: 'Done', category: 'done' },
      { id: '9', name: 'Ready', category: 'todo' },
    ]);
  });
});

describe('listPasts', () => {
  const issue = {
    ...{ id: '10001', key: 'VIRT-7' },
    fields: {
      created: '2026-11-01T09:00:00.000+0300',
      status: DONE,
      issuetype: { id: '1', name: 'Task' },
      project: { id: '10100', key: 'VIRT' },
      parent: { id: '10050', key: 'VIRT-1' },
      issuelinks: [
        {
          id: '1',
          type: { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          inwardIssue: { id: '2', key: 'NET-12', fields: { summary: '', status: TODO } },
        },
      ],
    },
  };
  const history = (id: string, item: object) => ({
    id,
    author: null,
    created: NOON,
    items: [item],
  });

  it('keeps moves and links, and leaves out what the order does not ask for', async () => {
    const { calls, jira } = jiraOf({
      '/rest/api/3/issue/bulkfetch': [{ issues: [issue] }],
      '/rest/api/3/changelog/bulkfetch': [
        {
          issueChangeLogs: [
            {
              issueId: '10001',
              changeHistories: [
                history('1', {
                  ...{ field: 'Link', from: null, to: 'NET-12' },
                  toString: 'This issue is blocked by NET-12',
                }),
                history('2', { field: 'priority', fieldId: 'priority', from: '1', to: '2' }),
                history('3', {
                  ...{ field: 'status', fieldId: 'status', from: '1', to: '5' },
                  toString: 'Done',
                }),
              ],
            },
          ],
        },
      ],
    });
    const [read] = await listPasts(jira, ['10001'], knownStatuses([TODO, DONE]));
    expect(read?.past).toMatchObject({
      parentId: '10050',
      links: [{ typeId: '10000', end: 'inward', otherKey: 'NET-12' }],
    });
    expect(read?.past?.history.events.map(({ kind, at }) => [kind, at])).toEqual([
      ['link', NOON],
      ['status', NOON],
    ]);
    expect(read?.past?.history.statusAtCreation.id).toBe('1');
    expect(calls).toHaveLength(2);
  });

  it('asks for nothing without issues', async () => {
    const { calls, jira } = jiraOf({});
    expect(await listPasts(jira, [], knownStatuses([]))).toEqual([]);
    expect(calls).toEqual([]);
  });
});
