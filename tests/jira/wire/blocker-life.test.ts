import { formerKeys, statusesOf } from '../../../src/jira/wire/blocker-life';
import { knownStatuses } from '../../builders/known-statuses';
import { wireHistory } from '../../builders/wire-issue';

const KNOWN = knownStatuses([
  { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
  { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
  { id: '5', name: 'Done', statusCategory: { key: 'done' } },
]);

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+03:00`);

const status = (id: string, created: string | number, change: readonly [string, string, string]) =>
  wireHistory(id, created, [['status', change[0], 'whatever', change[1], change[2]]]);

// Monday 2026-11-23, Moscow.
describe('statusesOf', () => {
  it('begins with what the first change came from, newest first or oldest first', () => {
    const started = status('1', at('10:00'), ['1', '3', 'In Progress']);
    const done = status('2', '2026-11-23T12:00:00.000+0300', ['3', '5', 'Done']);
    const expected = [
      { from: 0, category: 'new' },
      { from: at('10:00'), category: 'indeterminate' },
      { from: at('12:00'), category: 'done' },
    ];
    expect(statusesOf([started, done], null, KNOWN)).toEqual(expected);
    expect(statusesOf([done, started], null, KNOWN)).toEqual(expected);
  });

  it('is what the issue is now where nothing changed', () => {
    const now = { id: '5', name: 'Done', statusCategory: { key: 'done' } };
    expect(statusesOf([], now, KNOWN)).toEqual([{ from: 0, category: 'done' }]);
    expect(statusesOf([], undefined, KNOWN)).toEqual([{ from: 0, category: 'unknown' }]);
  });

  it('knows a deleted status by the name of that time, and leaves the unknown unknown', () => {
    const byName = status('1', at('10:00'), ['1', '99', 'Done']);
    const unknown = status('2', at('11:00'), ['99', '98', 'Parked']);
    expect(statusesOf([byName, unknown], null, KNOWN).map(({ category }) => category)).toEqual([
      ...['new', 'done', 'unknown'],
    ]);
  });

  it('passes over records that are not readable, and custom fields of that name', () => {
    const done = ['1', '5', 'Done'] as const;
    const readable = status('3', at('10:00'), done);
    const items = readable.items.map((item) => ({ ...item, fieldtype: 'custom' }));
    const records = [null, { id: 1 }, status('2', 'yesterday', done), { ...readable, items }];
    const now = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };
    expect(statusesOf(records, now, KNOWN)).toEqual([{ from: 0, category: 'new' }]);
  });
});

describe('formerKeys', () => {
  it('names the keys of before each move', () => {
    const moves = [
      wireHistory('1', at('10:00'), [['Key', null, 'NET-12', null, 'VIRT-3']]),
      wireHistory('2', at('11:00'), [['Key', null, 'VIRT-3', null, 'DB-9']]),
    ];
    expect(formerKeys(moves)).toEqual(['NET-12', 'VIRT-3']);
  });
});
