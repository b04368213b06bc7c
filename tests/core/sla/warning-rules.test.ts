import { compileCalendar } from '../../../src/core/calendar/calendar';
import {
  type WarningRule,
  warningProblems,
  warningsDue,
} from '../../../src/core/sla/policy/warning-rules';
import { type Millis, millis } from '../../../src/core/time';
import { MSK } from '../../builders/calendars';
import { moscow } from '../../builders/incident';

// Mon-Fri 09-18 in Moscow; due Monday 2026-11-23 at 11:00.
const working = compileCalendar(MSK);
const HOUR = 3_600_000;
const clock = (targetMs: Millis) => ({
  startedAt: moscow('2026-11-20T16:00'),
  dueAt: moscow('2026-11-23T11:00'),
  targetMs,
});

const RULES: readonly WarningRule[] = [
  { at: '75%', notify: ['assignee'] },
  { before: '3h', notify: ['lead'] },
  { before: '30m', notify: ['assignee', 'tam'] },
];

describe('warningsDue', () => {
  it('counts percentages and what is left in working time', () => {
    expect(warningsDue(RULES, clock(millis(4 * HOUR)), working)).toEqual([
      { threshold: '75%', dueAt: moscow('2026-11-23T10:00'), notify: ['assignee'] },
      { threshold: '3h', dueAt: moscow('2026-11-20T17:00'), notify: ['lead'] },
      { threshold: '30m', dueAt: moscow('2026-11-23T10:30'), notify: ['assignee', 'tam'] },
      {
        threshold: 'breach',
        dueAt: moscow('2026-11-23T11:00'),
        notify: ['assignee', 'lead', 'tam'],
      },
    ]);
  });

  it('takes whole days before it for working days, and 24 working hours for what they are', () => {
    const early = { ...clock(millis(40 * HOUR)), startedAt: moscow('2026-11-16T09:00') };
    const dueOf = (before: string) =>
      warningsDue([{ before, notify: ['tam'] }], early, working)[0]?.dueAt;
    expect(dueOf('1d')).toBe(moscow('2026-11-20T11:00'));
    // 2 h of Monday, 9 h each of Friday and Thursday, and 5 h of Wednesday.
    expect(dueOf('25h')).toBe(moscow('2026-11-18T13:00'));
  });

  it('tells of the breach whom the rule of 100 % names', () => {
    const rules: WarningRule[] = [...RULES, { at: '100%', notify: ['tam'] }];
    expect(warningsDue(rules, clock(millis(4 * HOUR)), working).at(-1)?.notify).toEqual(['tam']);
  });

  it('tells of a goal under ten minutes the breach only', () => {
    const warnings = warningsDue(RULES, clock(millis(9 * 60_000)), working);
    expect(warnings.map(({ threshold }) => threshold)).toEqual(['breach']);
  });

  it('escalates after the breach in working time, whole days as working days', () => {
    const rules: WarningRule[] = [
      { after: '2h', notify: ['lead'] },
      { after: '8h', notify: ['tam'] },
      { after: '1d', notify: ['tam'] },
    ];
    // 11:00 to 18:00 are 7 h of Monday, so that the eighth ends on Tuesday at 10:00.
    expect(warningsDue(rules, clock(millis(4 * HOUR)), working)).toEqual([
      { threshold: 'breach', dueAt: moscow('2026-11-23T11:00'), notify: [] },
      { threshold: '+2h', dueAt: moscow('2026-11-23T13:00'), notify: ['lead'] },
      { threshold: '+8h', dueAt: moscow('2026-11-24T10:00'), notify: ['tam'] },
      { threshold: '+1d', dueAt: moscow('2026-11-24T11:00'), notify: ['tam'] },
    ]);
  });

  it('escalates what was paused since by its overrun, and short goals, too', () => {
    const rules: WarningRule[] = [{ after: '2h', notify: ['tam'] }];
    const paused = { ...clock(millis(5 * 60_000)), overdueSince: moscow('2026-11-23T12:30') };
    expect(warningsDue(rules, paused, working).map(({ dueAt }) => dueAt)).toEqual([
      ...[moscow('2026-11-23T11:00'), moscow('2026-11-23T14:30')],
    ]);
  });

  it('tells of the breach nobody whom only an escalation names', () => {
    const rules: WarningRule[] = [
      { at: '75%', notify: ['assignee'] },
      { after: '2h', notify: ['tam'] },
    ];
    const breach = warningsDue(rules, clock(millis(4 * HOUR)), working)[1];
    expect(breach).toMatchObject({ threshold: 'breach', notify: ['assignee'] });
  });

  it('leaves out what lies before the start', () => {
    const rules: WarningRule[] = [{ before: '5h', notify: ['tam'] }];
    expect(warningsDue(rules, clock(millis(4 * HOUR)), working)).toHaveLength(1);
  });
});

describe('warningProblems', () => {
  it('finds thresholds that nobody can read, twins, and warnings to nobody', () => {
    const rules: WarningRule[] = [
      { at: '120%', notify: ['tam'] },
      { before: 'soon', notify: ['tam'] },
      { at: '75%', notify: [] },
      { at: '75%', notify: ['tam'] },
      { after: '0m', notify: ['tam'] },
      { before: '2h', notify: ['tam'] },
      { after: '2h', notify: ['tam'] },
      { after: '2h', notify: ['lead'] },
    ];
    expect(warningProblems(rules)).toEqual([
      'warnings[0]: "120%" is neither a percentage up to 100% nor a duration like 30m',
      'warnings[1]: "soon" is neither a percentage up to 100% nor a duration like 30m',
      'warnings[2].notify: is empty, so nobody hears of it',
      'warnings[3]: there are two at 75%',
      'warnings[4]: "0m" is neither a percentage up to 100% nor a duration like 30m',
      'warnings[7]: there are two at +2h',
    ]);
    expect(warningProblems(RULES)).toEqual([]);
  });
});
