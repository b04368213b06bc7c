import { judgeClocks } from '../../../src/core/sla/judge/judge-incident';
import type { Policy } from '../../../src/core/sla/policy/policy';
import { ledgerOf } from '../../../src/core/sla/verdict/ledger';
import { MSK } from '../../builders/calendars';
import { HIGH, moscow } from '../../builders/incident';
import { compiled, IncidentStory, momentOf, withClocks } from '../../builders/incident-story';
import { workedBetween } from '../../builders/ledger-work';

const HOUR = 3_600_000;
const RULES = ['carry', 'fromChange', 'recompute', 'reset'] as const;

/** Moscow time: Monday 2026-11-23 from 10:00, 4 h of 09-18; the second version is from `from` on. */
function judged(story: IncidentStory, now: string, first: Policy, second: Partial<Policy>) {
  const versions = [compiled(first), compiled({ ...first, version: 2, ...second })] as const;
  return judgeClocks(story.history, versions, momentOf(now));
}

const goals = [{ target: '4h', calendar: 'msk' }];
const story = () => new IncidentStory('2026-11-23T10:00');
const onCalendar = (...dates: string[]) => ({
  calendars: [{ ...MSK, holidays: dates.map((date) => ({ date })) }],
});
const bare = (rules: object) =>
  withClocks({ resolution: { goals, ...rules } }, { calendars: [MSK] });

describe('a version that promises the same', () => {
  const noon = { effectiveFrom: '2026-11-23T12:00:00+03:00' };

  it.each(RULES)(
    'is no change of goal for whom it is applied to open ones: %s',
    (priorityChange) => {
      const [cycle, ...more] = judged(story(), '2026-11-23T13:00', bare({ priorityChange }), {
        ...noon,
        applyToOpen: true,
      });
      expect(more).toEqual([]);
      expect(cycle).toMatchObject({
        ...{ state: 'running', elapsedMs: 3 * HOUR, beforeChangeMs: 0, policyVersion: 2 },
        dueAt: moscow('2026-11-23T14:00'),
      });
    },
  );

  it.each(RULES)(
    'and knows a holiday more, moves no clock but by that day: %s',
    (priorityChange) => {
      const [cycle, ...more] = judged(story(), '2026-11-23T13:00', bare({ priorityChange }), {
        ...noon,
        ...onCalendar('2027-05-03'),
      });
      expect(more).toEqual([]);
      expect(cycle).toMatchObject({ elapsedMs: 3 * HOUR, dueAt: moscow('2026-11-23T14:00') });
    },
  );

  it('counts a past day as it was worked, unless it is called a correction', () => {
    const tuesday = { effectiveFrom: '2026-11-24T09:00:00+03:00', ...onCalendar('2026-11-23') };
    const rules = bare({ priorityChange: 'recompute' });
    const [cycle] = judged(story(), '2026-11-24T10:00', rules, tuesday);
    expect(cycle).toMatchObject({ elapsedMs: 9 * HOUR, state: 'breached' });
  });
});

describe('the correction of a calendar that lacked a holiday', () => {
  const corrected = {
    ...{ effectiveFrom: '2026-11-24T10:00:00+03:00', corrections: ['msk'] },
    ...onCalendar('2026-11-23'),
  };
  const done = () => story().done('2026-11-24T11:00');

  it('takes back a breach that happened on that day only: met with 2 h', () => {
    const [cycle] = judged(done(), '2026-11-24T12:00', bare({}), corrected);
    expect(cycle).toMatchObject({ state: 'met', elapsedMs: 2 * HOUR, breachedAt: null });
  });

  it('moves a breach to when it happens by the right hours: Tue 13:00', () => {
    const [cycle] = judged(
      story().done('2026-11-24T15:00'),
      '2026-11-24T16:00',
      bare({}),
      corrected,
    );
    expect(cycle).toMatchObject({ state: 'breached', breachedAt: moscow('2026-11-24T13:00') });
  });

  it('is what the ledger tells, too', () => {
    const versions = [bare({}), { ...bare({}), version: 2, ...corrected }].map(compiled);
    const [first, second] = versions;
    if (first === undefined || second === undefined) throw new Error('there are two');
    const now = momentOf('2026-11-24T12:00');
    const ledger = ledgerOf(done().history, [first, second], now);
    expect(workedBetween(ledger, momentOf('2026-11-23T10:00'), now)).toBe(2 * HOUR);
  });

  it('keeps what was counted before a change of goal apart from what counts', () => {
    const policy = bare({
      priorityChange: 'fromChange',
      goals: [
        { when: { priority: [HIGH.name] }, ...goals[0] },
        { target: '8h', calendar: 'msk' },
      ],
    });
    const told = story().priority('2026-11-24T09:30', 'Low');
    const [cycle] = judged(told, '2026-11-24T12:00', policy, corrected);
    expect(cycle).toMatchObject({
      ...{ elapsedMs: 2.5 * HOUR, beforeChangeMs: HOUR / 2, breachedAt: null },
      dueAt: moscow('2026-11-24T17:30'),
    });
  });
});

describe('the ledger of a cycle that was measured again', () => {
  it('tells the hours of the goal that it was measured under: 19 h', () => {
    const policy = withClocks({
      resolution: {
        priorityChange: 'recompute',
        goals: [
          { when: { priority: ['P1'] }, target: '4h', calendar: 'moscow-always' },
          { target: '8h', calendar: 'msk' },
        ],
      },
    });
    const told = new IncidentStory('2026-11-20T17:00').priority('2026-11-21T12:00', 'P1');
    const now = momentOf('2026-11-21T12:00');
    const ledger = ledgerOf(told.history, [compiled(policy)], now);
    expect(workedBetween(ledger, momentOf('2026-11-20T17:00'), now)).toBe(19 * HOUR);
  });
});
