import { checkPolicy } from '../../../src/core/sla/policy/check-policy';
import { parseDuration } from '../../../src/core/sla/policy/parse-duration';
import { compilePolicy, type Policy } from '../../../src/core/sla/policy/policy';
import { MSK } from '../../builders/calendars';
import { OFFICE_POLICY } from '../../builders/incident-story';

const goal = { target: '4h', calendar: 'msk' };
const resolution = (change: object): Partial<Policy> => ({
  clocks: { resolution: { goals: [goal], ...change } },
});

describe('checkPolicy', () => {
  it('has nothing against a sound policy', () => {
    expect(checkPolicy(OFFICE_POLICY)).toEqual([]);
  });

  it.each<[string, Partial<Policy>, string]>([
    ['no key', { key: ' ' }, 'key: is empty'],
    ['no query', { select: '' }, 'select: is empty, so it selects no incident'],
    ['version 0', { version: 0 }, 'version: 0 is not a whole number from 1'],
    ['a date of nonsense', { effectiveFrom: 'soon' }, 'effectiveFrom: "soon" is not an ISO date'],
    ...['2026-02-31', '2026-01-01T00:00:00', '1'].map((effectiveFrom): [string, object, string] => [
      ...([`${effectiveFrom}, which is no day or no instant`, { effectiveFrom }] as const),
      `effectiveFrom: "${effectiveFrom}" is not an ISO date`,
    ]),
    [
      'a window of maintenance that begins at another instant on every machine',
      { maintenance: [{ from: '2026-11-23T10:00', to: '2026-11-23T11:00:00+03:00' }] },
      'maintenance: 2026-11-23T10:00 to 2026-11-23T11:00:00+03:00 is no span of time',
    ],
    [
      'a calendar whose holidays leave no day',
      {
        calendars: [
          {
            ...MSK,
            week: { mon: [] },
            dateHours: { '05-01': ['09:00-18:00'] },
            holidays: [{ date: '05-01' }],
          },
        ],
      },
      'calendars.msk.week: there is no working time',
    ],
    [
      'no clock',
      { clocks: {} },
      'clocks: there is neither response nor resolution, so nothing is measured',
    ],
    [
      'an unknown calendar',
      resolution({ goals: [{ target: '4h', calendar: 'noc' }] }),
      'clocks.resolution.goals[0]: no calendar "noc" in this policy',
    ],
    [
      'a target of zero',
      resolution({ goals: [{ target: '0m', calendar: 'msk' }] }),
      'clocks.resolution.goals[0]: a target of 0 is breached at once',
    ],
    [
      'a target of nonsense',
      resolution({ goals: [{ target: 'soon', calendar: 'msk' }] }),
      'clocks.resolution.goals[0]: target "soon" is not a duration like 15m, 4h or 1d 2h',
    ],
    [
      'goals that overlap',
      resolution({ goals: [goal, { ...goal, when: { priority: ['High'] } }] }),
      'clocks.resolution.goals[1]: is never reached, goals[0] takes everything it could',
    ],
    [
      'a pause in Done',
      resolution({ pause: [{ statusCategory: 'done', reason: 'client' }] }),
      'clocks.resolution.pause[0]: the category done stops the clock, it cannot pause it',
    ],
    [
      'a pause for a reason inside the company',
      resolution({ pause: [{ status: ['Blocked'], reason: 'internal' }] }),
      "clocks.resolution.pause[0]: waiting inside the company never pauses a client's clock",
    ],
    [
      'two calendars of one key',
      { calendars: [MSK, MSK] },
      'calendars.msk: there are two with this key',
    ],
    [
      'a calendar that is wrong itself',
      { calendars: [{ ...MSK, week: {} }] },
      'calendars.msk.week: there is no working time',
    ],
  ])('names %s', (_what, change, problem) => {
    expect(checkPolicy({ ...OFFICE_POLICY, ...change })).toContain(problem);
  });

  it('keeps a bad policy from being compiled, with every problem', () => {
    const result = compilePolicy({ ...OFFICE_POLICY, select: '', version: 0 });
    expect(result).toEqual({ ok: false, problems: [expect.any(String), expect.any(String)] });
  });
});

describe('parseDuration', () => {
  it.each([
    ['15m', 900_000],
    ['4h', 14_400_000],
    ['1d 2h', 93_600_000],
    ['9h 1s', 32_401_000],
    ['0m', 0],
  ])('reads %s', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(['', '4', 'h', '4 h', '-4h', '1.5h', '4h,'])('refuses "%s"', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
