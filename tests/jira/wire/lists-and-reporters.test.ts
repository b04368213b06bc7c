import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import { moscow } from '../../builders/incident';
import { compiled, withClocks } from '../../builders/incident-story';
import { knownStatuses } from '../../builders/known-statuses';
import {
  wireComment,
  wireHistory,
  wireIssue,
  wirePerson,
  wireStatus,
  wireStatuses,
} from '../../builders/wire-issue';

const OPEN = { status: wireStatus('1'), resolution: null, resolutiondate: null };
const at = (time: string): string => `2026-11-23T${time}:00.000+0300`;
const WEB = { id: '10', name: 'Web' };
const BILLING = { id: '11', name: 'Billing' };

/** SUP-1, created Monday 2026-11-23 10:00 in Moscow and still open. */
function read(
  fields: object,
  histories: readonly unknown[],
  more: {
    names?: ReadonlyMap<string, readonly string[]>;
    comments?: readonly unknown[];
    asked?: ReadonlySet<string>;
  } = {},
) {
  const { comments = [], ...apart } = more;
  const issue = wireIssue('SUP-1', { fields: { ...OPEN, ...fields }, comments });
  const { history } = parseIssueHistory(issue, knownStatuses(wireStatuses()), {
    ...{ ...apart, histories },
  });
  if (history === null) throw new Error('not readable');
  return history;
}

/** An entry of a list, as Jira tells it: one item per component that came or went. */
const added = (id: string, time: string, { id: to, name }: typeof WEB, field = 'Component') =>
  entry(id, time, [field, null, null, to, name]);
const removed = (id: string, time: string, { id: from, name }: typeof WEB, field = 'Component') =>
  entry(id, time, [field, from, name, null, null]);

function entry(id: string, time: string, item: [string, ...(string | null)[]]) {
  const record = wireHistory(id, at(time), [item]);
  const ids: Record<string, string> = { Component: 'components', 'Fix Version': 'fixVersions' };
  for (const each of record.items) each.fieldId = ids[each.field] ?? each.field;
  return record;
}

describe('components and versions', () => {
  it('that never changed are those of today', () => {
    const history = read({ components: [WEB, BILLING], versions: [{ id: '7', name: '7.1' }] }, []);
    expect(history.fieldsAtCreation).toMatchObject({
      components: { id: '[10, 11]', name: 'Web,Billing', parts: [WEB, BILLING] },
      versions: { name: '7.1' },
    });
  });

  it('are told whole before and after each change, from the list of today backwards', () => {
    const history = read({ components: [WEB, BILLING] }, [
      added('101', '11:00', BILLING),
      removed('102', '12:00', { id: '12', name: 'Mail' }),
    ]);
    expect(history.fieldsAtCreation?.components).toMatchObject({ name: 'Web,Mail' });
    expect(history.events).toMatchObject([
      { fieldId: 'components', from: { name: 'Web,Mail' }, to: { name: 'Web,Billing,Mail' } },
      { fieldId: 'components', from: { name: 'Web,Billing,Mail' }, to: { name: 'Web,Billing' } },
    ]);
  });

  it('are put together from their changes where the issue was read without them', () => {
    const history = read({}, [
      removed('101', '11:00', WEB, 'Fix Version'),
      added('102', '12:00', BILLING, 'Fix Version'),
    ]);
    expect(history.fieldsAtCreation?.fixversions).toMatchObject({ name: 'Web' });
    expect(history.events).toMatchObject([{ to: null }, { from: null, to: { name: 'Billing' } }]);
  });

  it('choose a goal by any of them: Billing from 10:30 has 1 h, with the half hour before', () => {
    const policy = withClocks({
      resolution: {
        goals: [
          { when: { jql: 'component = Billing' }, target: '1h', calendar: 'msk' },
          { target: '4h', calendar: 'msk' },
        ],
      },
    });
    const history = read({ components: [WEB, BILLING] }, [added('101', '10:30', BILLING)]);
    const dueAsOf = (now: string) =>
      judgeClocks(history, [compiled(policy)], moscow(now))[0]?.dueAt;
    expect(dueAsOf('2026-11-23T10:29')).toBe(moscow('2026-11-23T14:00'));
    expect(dueAsOf('2026-11-23T10:31')).toBe(moscow('2026-11-23T11:00'));
  });
});

describe('a history that is read for what is asked', () => {
  const fields = { components: [WEB, BILLING], labels: ['vip'], customfield_10050: 'Gold' };
  const histories = [
    added('101', '11:00', BILLING),
    entry('102', '12:00', ['labels', null, null, 'vip', 'vip']),
  ];

  it('tells of no field where a policy asks about none', () => {
    const history = read(fields, histories, { asked: new Set() });
    expect(history.events).toEqual([]);
    expect(history.fieldsAtCreation).toEqual({});
  });

  it.each(['components', 'component'])('tells of that alone, by id or name: %s', (asked) => {
    const history = read(fields, histories, { asked: new Set([asked]) });
    expect(history.events).toMatchObject([{ fieldId: 'components', from: { name: 'Web' } }]);
    expect(history.fieldsAtCreation).toMatchObject({ components: { name: 'Web' } });
    expect(history.fieldsAtCreation).not.toHaveProperty('labels');
    expect(history.fieldsAtCreation).not.toHaveProperty('customfield_10050');
  });

  it('tells of a custom field that was asked for by its id', () => {
    const history = read(fields, histories, { asked: new Set(['customfield_10050']) });
    expect(history.events).toEqual([]);
    expect(history.fieldsAtCreation).toEqual({ customfield_10050: { id: 'Gold', name: 'Gold' } });
  });
});

describe('a field that a policy calls by name', () => {
  const names = new Map([['client tier', ['customfield_10050', 'customfield_10051']]]);

  it('is known by it also where it never changed', () => {
    const history = read({ customfield_10051: { id: '3', value: 'Gold' } }, [], { names });
    expect(history.fieldsAtCreation).toMatchObject({ 'client tier': { id: '3', name: 'Gold' } });
  });

  it('keeps what its first change changed from', () => {
    const record = wireHistory('101', at('11:00'), [['Client tier', '2', 'Silver', '3', 'Gold']]);
    for (const item of record.items) {
      Object.assign(item, { fieldtype: 'custom', fieldId: 'customfield_10051' });
    }
    const history = read({ customfield_10051: { id: '3', value: 'Gold' } }, [record], { names });
    expect(history.fieldsAtCreation).toMatchObject({ 'client tier': { id: '2', name: 'Silver' } });
  });
});

/**
 * Anna writes at 10:20 and 10:40; until 10:30 she is the reporter, for she wrote it down for the
 * client.
 */
describe('who reports the issue when a comment is written', () => {
  const given = wireHistory('101', at('10:30'), [['reporter', 'anna', 'Anna', 'client', 'Client']]);
  const comments = [
    wireComment('1', at('10:20'), 'anna'),
    wireComment('2', at('10:40'), 'anna'),
    wireComment('3', at('10:50'), 'client'),
  ];
  const history = () => read({ reporter: wirePerson('client') }, [given], { comments });

  it('is told from the change, back to creation', () => {
    expect(history()).toMatchObject({ reporterId: 'client', reporterAtCreation: 'anna' });
  });

  it('decides whether it answers: not the one of 10:20, but the one of 10:40', () => {
    const response = {
      goals: [{ target: '30m', calendar: 'msk' }],
      by: ['publicComment' as const],
    };
    const [cycle] = judgeClocks(
      history(),
      [compiled(withClocks({ response }))],
      moscow('2026-11-23T12:00'),
    );
    expect(cycle).toMatchObject({
      ...{ state: 'breached', stoppedAt: moscow('2026-11-23T10:40'), elapsedMs: 40 * 60_000 },
    });
  });

  it('decides whose turn it is: the client’s message of 10:50 waits, hers of 10:20 is no staff’s', () => {
    const nextResponse = { goals: [{ target: '1h', calendar: 'msk' }] };
    const cycles = judgeClocks(
      history(),
      [compiled(withClocks({ nextResponse }))],
      moscow('2026-11-23T12:00'),
    );
    expect(cycles).toMatchObject([
      { startedAt: moscow('2026-11-23T10:20'), stoppedAt: moscow('2026-11-23T10:40') },
      { startedAt: moscow('2026-11-23T10:50'), state: 'breached' },
    ]);
  });
});
