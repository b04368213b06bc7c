import type { HistoryEvent } from '../../src/core/sla/judge/history';
import type { Policy } from '../../src/core/sla/policy/policy';
import { refreshIssue } from '../../src/usecases/clocks/refresh-issue';
import { tellDueWarnings } from '../../src/usecases/clocks/tell-due-warnings';
import { JiraBusyError } from '../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../src/usecases/ports/jira-error';
import {
  DONE,
  incident,
  LOW,
  moscow,
  OPEN,
  priorityChange,
  statusChange,
  WAITING,
  WORKING,
} from '../builders/incident';
import type { SlaWorld } from '../builders/sla-world';
import { ANSWER, told, warnedWorld } from '../builders/warned-world';

describe('tellDueWarnings', () => {
  it('tells at three quarters of the goal and at the breach, each once', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    const mails = await told(
      w,
      ...['2026-11-23T12:55', '2026-11-23T13:00', '2026-11-23T13:05'],
      ...['2026-11-23T14:00', '2026-11-23T14:05'],
    );
    expect(mails).toEqual([
      'anna+lena: SUP-1 (ACME): resolution due 23 Nov 2026, 14:00 (Europe/Moscow), 75% of the goal used (±5 min)',
      'tam: SUP-1 (ACME): resolution breached 23 Nov 2026, 14:00 (Europe/Moscow)',
    ]);
  });

  it('has the property rewritten when the instant of breach has passed', async () => {
    const w = warnedWorld({ warnings: [] });
    w.addIssue(incident({ events: [ANSWER] }));
    expect(await told(w, '2026-11-23T13:59')).toEqual([]);
    expect(w.pending('refresh')).toEqual([]);
    w.now = moscow('2026-11-23T14:01');
    await tellDueWarnings(w.env);
    expect(w.pending('refresh')).toEqual(['10001']);
    await refreshIssue(w.env, '10001');
    expect(w.properties.get('10001 tam')).toMatchObject({ slaState: 'breached' });
    expect(w.mails).toEqual([]);
  });

  it('says nothing of a clock that has stopped meanwhile', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    w.addIssue(
      incident({ events: [ANSWER, statusChange(moscow('2026-11-23T12:30'), OPEN, DONE)] }),
    );
    w.now = moscow('2026-11-23T12:31');
    expect(await told(w, '2026-11-23T13:00', '2026-11-23T14:00')).toEqual([]);
  });

  it('says nothing while a clock is paused, and goes on when it runs again', async () => {
    const w = warnedWorld();
    const paused = statusChange(moscow('2026-11-23T12:30'), OPEN, WAITING);
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    w.addIssue(incident({ events: [ANSWER, paused] }));
    w.now = moscow('2026-11-23T12:31');
    expect(await told(w, '2026-11-23T13:00', '2026-11-23T14:00')).toEqual([]);
    const resumed = statusChange(moscow('2026-11-23T15:00'), WAITING, WORKING);
    w.addIssue(incident({ events: [ANSWER, paused, resumed] }));
    w.now = moscow('2026-11-23T15:01');
    // Half an hour was left until three quarters.
    expect(await told(w, '2026-11-23T15:29')).toHaveLength(0);
    expect(await told(w, '2026-11-23T15:30')).toHaveLength(1);
  });

  it('tells again under another goal', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    expect(await told(w, '2026-11-23T13:00')).toHaveLength(1);
    w.addIssue(incident({ events: [ANSWER, priorityChange(moscow('2026-11-23T13:10'))] }));
    w.now = moscow('2026-11-23T13:11');
    // Low is to be solved in 9 h: three quarters are 16:45.
    expect(await told(w, '2026-11-23T16:44')).toHaveLength(1);
    expect(await told(w, '2026-11-23T16:45')).toHaveLength(2);
  });

  it('tells at once what a shorter goal has put into the past', async () => {
    const w = warnedWorld();
    const raised: HistoryEvent = {
      ...{ at: moscow('2026-11-23T13:30'), record: '1', by: 'anna', byApp: false },
      ...{ kind: 'priority', from: LOW, to: { id: '2', name: 'High' } },
    };
    const low = incident({ priorityAtCreation: LOW, events: [] });
    w.addIssue(low);
    await refreshIssue(w.env, '10001');
    w.addIssue({ ...low, events: [raised] });
    w.now = moscow('2026-11-23T13:31');
    const mails = await told(w, '2026-11-23T13:32');
    expect(mails.filter((mail) => mail.includes('resolution due'))).toHaveLength(1);
  });

  it('tells of a goal that is used up where it begins', async () => {
    const w = warnedWorld();
    const raised: HistoryEvent = {
      ...{ at: moscow('2026-11-23T16:00'), record: '1', by: 'anna', byApp: false },
      ...{ kind: 'priority', from: LOW, to: { id: '2', name: 'High' } },
    };
    const low = incident({ priorityAtCreation: LOW, events: [ANSWER] });
    w.addIssue(low);
    await refreshIssue(w.env, '10001');
    w.addIssue({ ...low, events: [ANSWER, raised] });
    w.now = moscow('2026-11-23T16:01');
    expect(await told(w, '2026-11-23T16:02', '2026-11-23T16:07')).toEqual([
      'tam: SUP-1 (ACME): resolution breached 23 Nov 2026, 16:00 (Europe/Moscow)',
    ]);
  });

  it('tells of a breach that it first hears of some minutes after', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    w.now = moscow('2026-11-23T14:10');
    expect(await told(w, '2026-11-23T14:12', '2026-11-23T14:17')).toEqual([
      'tam: SUP-1 (ACME): resolution breached 23 Nov 2026, 14:00 (Europe/Moscow)',
    ]);
  });

  it('is silent about what was long past when the clock was first looked at', async () => {
    const w = warnedWorld();
    const low = incident({ priorityAtCreation: LOW });
    w.addIssue(low);
    // Three quarters of nine hours were used at 16:45.
    w.now = moscow('2026-11-23T17:50');
    expect(await told(w, '2026-11-23T17:51')).toEqual([]);
  });

  it('tries again when Jira is busy, and gives up when Jira refuses', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    w.mailFailsWith = new JiraBusyError(30, 'jira-burst-based');
    expect(await told(w, '2026-11-23T13:00')).toEqual([]);
    expect(await told(w, '2026-11-23T13:05')).toHaveLength(1);
    w.mailFailsWith = new JiraError('POST /notify', 400);
    expect(await told(w, '2026-11-23T14:00', '2026-11-23T14:05')).toHaveLength(1);
    expect(w.warnings).toContain('mail refused');
  });

  it('asks Jira nothing while nothing is due', async () => {
    const w = warnedWorld();
    w.addIssue(incident({ events: [ANSWER] }));
    await refreshIssue(w.env, '10001');
    w.calls.length = 0;
    await tellDueWarnings(w.env);
    expect(w.calls).toEqual([]);
  });
});

/** Created 10:00, due 14:00; the TAM is told when it is two hours over. */
describe('an escalation', () => {
  const warnings: Policy['warnings'] = [
    { at: '100%', notify: ['assignee'] },
    { after: '2h', notify: ['tam'] },
  ];
  const escalated = (mails: readonly string[]) => mails.filter((mail) => mail.startsWith('tam'));
  const pausedAt = (time: string) => statusChange(moscow(`2026-11-23T${time}`), WORKING, WAITING);
  const resumedAt = (time: string) => statusChange(moscow(`2026-11-23T${time}`), WAITING, WORKING);

  /** Looks at the incident as it is then, and runs the schedule. */
  async function seenAt(w: SlaWorld, time: string, ...events: readonly HistoryEvent[]) {
    w.addIssue(incident({ events: [ANSWER, ...events] }));
    w.now = moscow(`2026-11-23T${time}`);
    await refreshIssue(w.env, '10001');
    await tellDueWarnings(w.env);
    return escalated(w.mails.map(({ accountIds, subject }) => `${accountIds.join()}: ${subject}`));
  }

  it('is told once, so much working time after the breach', async () => {
    const w = warnedWorld({ warnings });
    w.addIssue(incident({ events: [ANSWER] }));
    expect(await told(w, '2026-11-23T14:00', '2026-11-23T15:55')).toEqual([
      'anna: SUP-1 (ACME): resolution breached 23 Nov 2026, 14:00 (Europe/Moscow)',
    ]);
    expect(escalated(await told(w, '2026-11-23T16:00', '2026-11-23T16:05'))).toEqual([
      'tam: SUP-1 (ACME): resolution 2 h over due, was due 23 Nov 2026, 14:00 (Europe/Moscow) (±5 min)',
    ]);
  });

  it('speaks Russian', async () => {
    const w = warnedWorld({ warnings });
    w.language = 'ru';
    w.addIssue(incident({ events: [ANSWER] }));
    expect(escalated(await told(w, '2026-11-23T16:00'))).toEqual([
      'tam: SUP-1 (ACME): решение: просрочено на 2 ч, срок был 23 нояб. 2026 г., 14:00 (Europe/Moscow) (±5 мин)',
    ]);
  });

  it('waits while the clock stands still, and for as long as it stood', async () => {
    const w = warnedWorld({ warnings });
    const pause = [statusChange(moscow('2026-11-23T10:06'), OPEN, WORKING), pausedAt('15:00')];
    expect(await seenAt(w, '14:05', ...pause.slice(0, 1))).toEqual([]);
    expect(await seenAt(w, '15:01', ...pause)).toEqual([]);
    // An hour over when it was paused: at 16:00 it still is.
    expect(await seenAt(w, '16:05', ...pause)).toEqual([]);
    expect(await seenAt(w, '16:31', ...pause, resumedAt('16:30'))).toEqual([]);
    expect(await seenAt(w, '17:29', ...pause, resumedAt('16:30'))).toEqual([]);
    expect(await seenAt(w, '17:30', ...pause, resumedAt('16:30'))).toHaveLength(1);
    expect(await seenAt(w, '17:35', ...pause, resumedAt('16:30'))).toHaveLength(1);
  });

  it('waits for a pause that was over when anybody looked', async () => {
    const w = warnedWorld({ warnings });
    const pause = [
      statusChange(moscow('2026-11-23T10:06'), OPEN, WORKING),
      ...[pausedAt('14:30'), resumedAt('15:30')],
    ];
    expect(await seenAt(w, '14:05', ...pause.slice(0, 1))).toEqual([]);
    expect(await seenAt(w, '15:40', ...pause)).toEqual([]);
    expect(await seenAt(w, '16:59', ...pause)).toEqual([]);
    expect(await seenAt(w, '17:00', ...pause)).toHaveLength(1);
  });

  it('is not told of a clock that has stopped', async () => {
    const w = warnedWorld({ warnings });
    expect(await seenAt(w, '14:05')).toEqual([]);
    const done = statusChange(moscow('2026-11-23T15:00'), OPEN, DONE);
    expect(await seenAt(w, '15:01', done)).toEqual([]);
    expect(await seenAt(w, '16:05', done)).toEqual([]);
  });
});
