import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import { moscow } from '../../builders/incident';
import { compiled, withClocks } from '../../builders/incident-story';
import { knownStatuses } from '../../builders/known-statuses';
import {
  wireHistory,
  wireIssue,
  wirePerson,
  wireStatus,
  wireStatuses,
} from '../../builders/wire-issue';

const HOUR = 3_600_000;
const OPEN = { status: wireStatus('1'), resolution: null, resolutiondate: null };
const at = (time: string): string => `2026-11-23T${time}:00.000+0300`;

/** SUP-1, created Monday 2026-11-23 10:00 in Moscow and still open. */
function read(fields: object, histories: readonly unknown[]) {
  const issue = wireIssue('SUP-1', { fields: { ...OPEN, ...fields }, histories, comments: [] });
  const { history } = parseIssueHistory(issue, knownStatuses(wireStatuses()));
  if (history === null) throw new Error('not readable');
  return history;
}

describe('what an issue was like when it was created', () => {
  it('is what it is now where no change tells otherwise', () => {
    expect(read({ assignee: wirePerson('anna'), duedate: '2026-11-25' }, [])).toMatchObject({
      ...{ assigneeAtCreation: 'anna', dueDateAtCreation: '2026-11-25', projectAtCreation: 'SUP' },
    });
  });

  it('is what its first change changed from', () => {
    const histories = [
      wireHistory('103', at('12:00'), [
        ['duedate', '2026-11-24', '2026-11-24 00:00:00.0', '2026-11-25', '2026-11-25 00:00:00.0'],
        ['assignee', 'boris', 'Boris', 'anna', 'Anna'],
      ]),
      wireHistory('102', at('11:00'), [
        ['duedate', null, null, '2026-11-24', '2026-11-24 00:00:00.0'],
        ['assignee', null, null, 'boris', 'Boris'],
      ]),
    ];
    const history = read({ assignee: wirePerson('anna'), duedate: '2026-11-25' }, histories);
    expect(history).toMatchObject({ assigneeAtCreation: null, dueDateAtCreation: null });
    expect(history.events).toMatchObject([
      { kind: 'dueDate', from: null, to: '2026-11-24' },
      { kind: 'assignee', from: null, to: 'boris' },
      { kind: 'dueDate', from: '2026-11-24', to: '2026-11-25' },
      { kind: 'assignee', from: 'boris', to: 'anna' },
    ]);
  });

  it('knows the key of the project that it came from by its own old key', () => {
    const moved = wireHistory('102', at('12:00'), [
      ['Key', null, 'NET-7', null, 'SUP-1'],
      ['project', '20000', 'Network', '10000', 'Support'],
    ]);
    const history = read({}, [moved]);
    expect(history).toMatchObject({ projectAtCreation: 'NET', projectKey: 'SUP' });
    expect(history.events).toMatchObject([{ fromProject: 'NET', toProject: 'SUP' }]);
  });

  it('calls it by name where the record does not tell the key', () => {
    const moved = wireHistory('102', at('12:00'), [
      ['project', '20000', 'Network', '10000', 'Support'],
    ]);
    expect(read({}, [moved]).events).toMatchObject([{ fromProject: 'Network', toProject: 'SUP' }]);
  });
});

const team = (id: string, time: string, from: string | null, to: string | null) => {
  const [item] = wireHistory(id, at(time), [['Team', from && '1', from, to && '2', to]]).items;
  const customItem = { ...item, fieldId: 'customfield_10050', fieldtype: 'custom' };
  return { ...wireHistory(id, at(time), []), items: [customItem] };
};

describe('fields of the site’s own', () => {
  it('are told by name and id, back to what they were when the issue was created', () => {
    const fields = { customfield_10050: { id: '2', value: 'Servers' } };
    const history = read(fields, [team('102', '11:00', 'Network', 'Servers')]);
    const network = { id: '1', name: 'Network' };
    expect(history.events).toMatchObject([
      { kind: 'field', field: 'Team', fieldId: 'customfield_10050', from: network },
    ]);
    expect(history.fieldsAtCreation).toEqual({ team: network, customfield_10050: network });
  });

  it.each([
    ['a choice', { id: '1', value: 'Network' }, { id: '1', name: 'Network' }],
    ['a person', { accountId: 'a', displayName: 'Anna' }, { id: 'a', name: 'Anna' }],
    ['a text', 'Gold', { id: 'Gold', name: 'Gold' }],
    ['a number', 5, { id: '5', name: '5' }],
    ['labels', ['dns', 'web'], { id: 'dns web', name: 'dns web' }],
    [
      'choices',
      [
        { id: '1', value: 'A' },
        { id: '2', value: 'B' },
      ],
      { id: '[1, 2]', name: 'A,B' },
    ],
    ['nothing', null, undefined],
    ['an empty list', [], undefined],
    ['something else', { hours: 3 }, undefined],
    ['a novel', 'long '.repeat(100), undefined],
  ])('that never changed hold what they hold now: %s', (_what, customfield_10050, expected) => {
    expect(read({ customfield_10050 }, []).fieldsAtCreation?.customfield_10050).toEqual(expected);
  });

  it('take no place on a board for a value', () => {
    const record = wireHistory('102', at('11:00'), [['Rank', null, '', null, 'Ranked higher']]);
    for (const item of record.items) item.fieldtype = 'custom';
    expect(read({}, [record]).events).toEqual([]);
  });
});

describe('clocks of issues as Jira sends them', () => {
  it('move their deadline with the due date, to the end of its day in Moscow', () => {
    const goals = [{ target: 'due date', calendar: 'msk' }];
    const policy = withClocks({ resolution: { goals } });
    const later = wireHistory('102', at('11:00'), [
      ['duedate', '2026-11-24', '2026-11-24 00:00:00.0', '2026-11-25', '2026-11-25 00:00:00.0'],
    ]);
    const history = read({ duedate: '2026-11-25' }, [later]);
    const dueAsOf = (now: string) =>
      judgeClocks(history, [compiled(policy)], moscow(now))[0]?.dueAt;
    expect(dueAsOf('2026-11-23T10:59')).toBe(moscow('2026-11-25T00:00'));
    expect(dueAsOf('2026-11-23T11:30')).toBe(moscow('2026-11-26T00:00'));
  });

  it('give NET its two hours and SUP the hour since the move', () => {
    const ownership = {
      goals: [
        { when: { department: ['NET'] }, target: '1h', calendar: 'msk' },
        { target: '3h', calendar: 'msk' },
      ],
    };
    const moved = wireHistory('102', at('12:00'), [
      ['Key', null, 'NET-7', null, 'SUP-1'],
      ['project', '20000', 'Network', '10000', 'Support'],
    ]);
    const cycles = judgeClocks(
      ...[
        read({}, [moved]),
        [compiled(withClocks({ ownership }))] as const,
        moscow('2026-11-23T13:00'),
      ],
    );
    expect(cycles).toMatchObject([
      { clock: 'ownership', department: 'NET', elapsedMs: 2 * HOUR, state: 'breached' },
      { clock: 'ownership', department: 'SUP', elapsedMs: HOUR, state: 'running' },
    ]);
  });

  it('wait while nobody is assigned', () => {
    const policy = withClocks({
      resolution: {
        goals: [{ target: '4h', calendar: 'msk' }],
        pause: [{ assignee: 'none', reason: 'client' as const }],
      },
    });
    const given = wireHistory('102', at('11:00'), [['assignee', null, null, 'anna', 'Anna']]);
    const history = read({ assignee: wirePerson('anna') }, [given]);
    expect(judgeClocks(history, [compiled(policy)], moscow('2026-11-23T13:00'))).toMatchObject([
      { elapsedMs: 2 * HOUR, pausedMs: HOUR, dueAt: moscow('2026-11-23T15:00') },
    ]);
  });

  it.each(['Team', 'customfield_10050'])('belong to whom a field names: %s', (field) => {
    const goals = [{ target: '3h', calendar: 'msk' }];
    const policy = compiled(withClocks({ ownership: { department: { field }, goals } }));
    const fields = { customfield_10050: { id: '2', value: 'Servers' } };
    const history = read(fields, [team('102', '11:00', 'Network', 'Servers')]);
    expect(judgeClocks(history, [policy], moscow('2026-11-23T13:00'))).toMatchObject([
      { department: 'Network', elapsedMs: HOUR, state: 'met' },
      { department: 'Servers', elapsedMs: 2 * HOUR, state: 'running' },
    ]);
  });
});
