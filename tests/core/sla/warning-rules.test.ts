import { compileCalendar } from '../../../src/core/calendar/calendar';
import {
  type WarningRule,
  warningProblems,
  warningsDue,
} from '../../../src/core/sla/warning-rules';
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
    ];
    expect(warningProblems(rules)).toEqual([
      'warnings[0]: "120%" is neither a percentage up to 100% nor a duration like 30m',
      'warnings[1]: "soon" is neither a percentage up to 100% nor a duration like 30m',
      'warnings[2].notify: is empty, so nobody hears of it',
      'warnings[3]: there are two at 75%',
    ]);
    expect(warningProblems(RULES)).toEqual([]);
  });
});
