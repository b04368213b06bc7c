import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import { moscow } from '../../builders/incident';
import { knownStatuses } from '../../builders/known-statuses';
import {
  toDone,
  toWork,
  wireComment,
  wireHistories,
  wireHistory,
  wireIssue,
  wirePerson,
  wireStatus,
  wireStatuses,
} from '../../builders/wire-issue';

const statuses = knownStatuses(wireStatuses());
const parse = (issue: unknown) => parseIssueHistory(issue, statuses);
const kinds = (issue: unknown) => parse(issue).history?.events.map((event) => event.kind);

describe('parseIssueHistory', () => {
  it('reads a changelog that comes newest first, with the comments in between', () => {
    const { history, notes } = parse(wireIssue());
    expect(notes).toEqual([]);
    expect(history).toMatchObject({
      ...{ key: 'SUP-1', projectKey: 'SUP', reporterId: 'client' },
      created: moscow('2026-11-23T10:00'),
      statusAtCreation: { id: '1', name: 'Open', category: 'new' },
      resolutionAtCreation: null,
    });
    expect(history?.events.map((event) => [event.at, event.kind])).toEqual([
      [moscow('2026-11-23T10:20'), 'comment'],
      [moscow('2026-11-23T10:30'), 'status'],
      [moscow('2026-11-23T12:00'), 'resolution'],
      [moscow('2026-11-23T12:00'), 'status'],
    ]);
  });

  it('reads records fetched apart, oldest first, with times in epoch ms', () => {
    const histories = [
      toWork('101', moscow('2026-11-23T10:30')),
      toDone('102', moscow('2026-11-23T12:00')),
    ];
    const issue = wireIssue('SUP-1', { changelog: undefined });
    const { history, notes } = parseIssueHistory(issue, statuses, { histories });
    expect(notes).toEqual([]);
    expect(history).toEqual(parse(wireIssue()).history);
  });

  it('orders by time and not by id', () => {
    const histories = [
      toWork('900', '2026-11-23T10:30:00.000+0300'),
      toDone('100', '2026-11-23T12:00:00.000+0300'),
    ];
    expect(kinds(wireIssue('SUP-1', { histories }))).toEqual([
      ...['comment', 'status', 'resolution', 'status'],
    ]);
  });

  it('reads one moment in one time zone and another as the same', () => {
    const histories = [
      toWork('101', '2026-11-23T02:30:00.000-0500'),
      toDone('102', '2026-11-23T17:00:00.000+0800'),
    ];
    expect(parse(wireIssue('SUP-1', { histories })).history).toEqual(parse(wireIssue()).history);
  });

  it('takes a record that two pages repeat once', () => {
    const twice = toWork('101', '2026-11-23T10:30:00.000+0300');
    const histories = [toDone('102', '2026-11-23T12:00:00.000+0300'), twice, twice];
    expect(kinds(wireIssue('SUP-1', { histories }))).toHaveLength(4);
  });

  it('takes a custom field called status for what it is', () => {
    const odd = wireHistory('103', '2026-11-23T11:00:00.000+0300', [
      ['status', '9', 'Red', '8', 'Green'],
    ]);
    for (const item of odd.items) item.fieldtype = 'custom';
    const histories = [...wireHistories(), odd];
    expect(kinds(wireIssue('SUP-1', { histories }))).toEqual([
      ...['comment', 'status', 'field', 'resolution', 'status'],
    ]);
  });

  it('reads priority, type, assignee and links, and a link without a field id', () => {
    const at = '2026-11-23T11:00:00.000+0300';
    const record = wireHistory('103', at, [
      ['priority', '2', 'High', '3', 'Low'],
      ['issuetype', '10', 'Incident', '11', 'Bug'],
      ['assignee', null, null, 'anna', 'Anna'],
      ['Link', null, null, 'NET-1', 'This issue is blocked by NET-1'],
    ]);
    const { history } = parse(wireIssue('SUP-1', { histories: [record], fields: calm }));
    expect(history?.events.slice(1)).toMatchObject([
      { kind: 'priority', from: { name: 'High' }, to: { name: 'Low' } },
      { kind: 'issueType', to: { name: 'Bug' } },
      { kind: 'assignee', from: null, to: 'anna' },
      { kind: 'link', change: 'added', otherKey: 'NET-1' },
    ]);
    expect(history?.priorityAtCreation).toEqual({ id: '2', name: 'High' });
    expect(history?.issueTypeAtCreation).toEqual({ id: '10', name: 'Incident' });
  });

  it.each([
    ['public', {}, true],
    ['restricted to a role', { visibility: { type: 'role', value: 'Developers' } }, false],
    ['an internal note of a service project', { jsdPublic: false }, false],
    ['public in a service project', { jsdPublic: true }, true],
  ])('knows a comment that is %s', (_what, change, isPublic) => {
    const comment = { ...wireComment('7', '2026-11-23T10:20:00.000+0300', 'anna'), ...change };
    const { history } = parse(wireIssue('SUP-1', { comments: [comment] }));
    expect(history?.events[0]).toMatchObject({ kind: 'comment', isPublic });
  });

  it('knows what an app did', () => {
    const comment = {
      ...wireComment('7', '2026-11-23T10:20:00.000+0300', 'robot'),
      author: { ...wirePerson('robot'), accountType: 'app' },
    };
    const { history } = parse(wireIssue('SUP-1', { comments: [comment] }));
    expect(history?.events[0]).toMatchObject({ byApp: true });
  });
});

const calm = { status: wireStatus('1'), resolution: null, resolutiondate: null };

describe('notes about odd input', () => {
  const notesOf = (issue: unknown) =>
    parse(issue).notes.map((note) => `${note.issue}: ${note.what}: ${note.done}`);

  it('an issue without changelog is left out', () => {
    const issue = wireIssue('SUP-1', { changelog: undefined });
    expect(parse(issue).history).toBeNull();
    expect(notesOf(issue)).toEqual([
      'SUP-1: has no changelog, so nobody knows when it changed: left out',
    ]);
  });

  it.each([
    [wireIssue('SUP-1', { fields: { created: undefined } }), 'SUP-1: fields.created is missing'],
    [wireIssue('SUP-1', { fields: { created: 'x' } }), 'SUP-1: fields.created is no time: x'],
    [wireIssue('SUP-1', { fields: { status: 7 } }), 'SUP-1: fields.status is not readable'],
    [null, 'an issue without key: the issue is not readable'],
    [{ id: '5' }, 'issue 5: key is missing'],
  ])('an issue that lacks what must be there is left out (%#)', (issue, said) => {
    expect(parse(issue).history).toBeNull();
    expect(notesOf(issue)[0]).toBe(`${said}: left out`);
  });

  it('a record without author counts, but not as an answer', () => {
    const { author: _, ...record } = toWork('101', '2026-11-23T10:30:00.000+0300');
    const histories = [record, toDone('102', '2026-11-23T12:00:00.000+0300')];
    expect(notesOf(wireIssue('SUP-1', { histories }))).toEqual([
      'SUP-1: history 101 has no author: it counts, but not as an answer',
    ]);
  });

  it('a status that no longer exists is unknown, and the clocks run in it', () => {
    const histories = [
      wireHistory('101', '2026-11-23T10:30:00.000+0300', [['status', '1', 'Open', '66', 'Parked']]),
      wireHistory('102', '2026-11-23T12:00:00.000+0300', [['status', '66', 'Parked', '5', 'Done']]),
    ];
    const issue = wireIssue('SUP-1', { histories });
    expect(notesOf(issue)).toEqual(['SUP-1: status Parked (66) is unknown: the clocks run in it']);
    expect(parse(issue).history?.events[1]).toMatchObject({ to: { category: 'unknown' } });
  });

  it('a status with another id is found by the name it had at that time', () => {
    const histories = [
      wireHistory('101', '2026-11-23T10:30:00.000+0300', [['status', '1', 'Open', '5000', 'Done']]),
    ];
    const { history } = parse(wireIssue('SUP-1', { histories }));
    expect(history?.events[1]).toMatchObject({ to: { id: '5', category: 'done' } });
  });

  it('a move between projects is told, and the issue stays one issue', () => {
    const moved = wireHistory('103', '2026-11-23T11:00:00.000+0300', [
      ['Project', '1', 'Old', '2', 'Support'],
      ['Key', null, 'OLD-1', null, 'SUP-1'],
    ]);
    const histories = [...wireHistories(), moved];
    expect(notesOf(wireIssue('SUP-1', { histories }))).toEqual([
      'SUP-1: was moved from Old to Support: judged as one issue under its present key',
    ]);
  });

  it('cut lists are told', () => {
    const histories = wireHistories();
    const comments = [wireComment('7', '2026-11-23T10:20:00.000+0300', 'anna')];
    const issue = wireIssue('SUP-1', {
      changelog: { histories, total: 5 },
      fields: { comment: { comments, total: 3 } },
    });
    expect(notesOf(issue)).toEqual([
      'SUP-1: changelog is cut: 2 of 5 records: judged by the records that are there',
      'SUP-1: comments are cut: 1 of 3: an answer among the missing ones is not seen',
    ]);
  });

  it('a gap in the changes of status, and an end that is not the status of now, are told', () => {
    const histories = [toDone('102', '2026-11-23T12:00:00.000+0300')];
    histories.push(
      wireHistory('101', '2026-11-23T10:30:00.000+0300', [['status', '1', 'Open', '4', 'Waiting']]),
    );
    const fields = { status: wireStatus('1') };
    expect(notesOf(wireIssue('SUP-1', { histories, fields }))).toEqual([
      'SUP-1: status changes have a gap: from Waiting for client to In Progress: the time between counts as the earlier status',
      'SUP-1: is Open, but its changelog ends with Done: judged by the changelog',
    ]);
  });

  it('what cannot be read is left out by itself', () => {
    const histories = [
      ...wireHistories(),
      { id: '1', items: 'none' },
      { ...toWork('104', 'noon'), items: [] },
    ];
    expect(notesOf(wireIssue('SUP-1', { histories, comments: [42] }))).toEqual([
      'SUP-1: a changelog record is not readable: the record is left out',
      'SUP-1: history 104 has no readable time: noon: it is left out',
      'SUP-1: a comment is not readable: the comment is left out',
    ]);
  });

  it('a record from before the creation is told', () => {
    const comments = [wireComment('7', '2026-11-22T10:00:00.000+0300', 'anna')];
    expect(notesOf(wireIssue('SUP-1', { comments }))).toEqual([
      'SUP-1: comment 7 is older than the issue: it cannot start or stop a clock in time',
    ]);
  });
});
