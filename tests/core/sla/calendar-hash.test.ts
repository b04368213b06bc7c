import type { CalendarDefinition } from '../../../src/core/calendar/calendar';
import {
  calendarHash,
  hasMark,
  unmarkedCalendarHash,
} from '../../../src/core/sla/judge/calendar-hash';
import type { CompiledPolicy, Policy } from '../../../src/core/sla/policy/policy';
import { moscow } from '../../builders/incident';
import { compiled } from '../../builders/incident-story';
import { goldPolicy } from '../../builders/policy-text';

// Moscow: a cycle from Mon 2026-11-23 10:00 to Tue 2026-11-24 12:00 on the calendar "office".
const CYCLE = {
  calendarKey: 'office',
  startedAt: moscow('2026-11-23T10:00'),
  stoppedAt: moscow('2026-11-24T12:00'),
};
const NOW = moscow('2026-12-01T00:00');
const [OFFICE] = goldPolicy().calendars as [CalendarDefinition];

const hashes = (cycle: Partial<typeof CYCLE>, ...versions: [Policy, ...Policy[]]) =>
  calendarHash(
    { ...CYCLE, ...cycle },
    versions.map(compiled) as [CompiledPolicy, ...CompiledPolicy[]],
    NOW,
  );
const hash = (...versions: [Policy, ...Policy[]]) => hashes({}, ...versions);
const office = (changes: Partial<CalendarDefinition>, policy: Partial<Policy> = {}) =>
  goldPolicy({ calendars: [{ ...OFFICE, ...changes }], ...policy });
const shared = (date: string) =>
  office({ holidaySets: ['ru'] }, { holidaySets: { ru: [{ date }] } });

describe('the hash of the working time of a cycle', () => {
  const plain = hash(goldPolicy());

  it('is marked, and fits into its column', () => {
    expect(plain).toMatch(/^2:[0-9a-f]{62}$/);
    expect(hasMark(plain)).toBe(true);
    expect(hasMark('c'.repeat(64))).toBe(false);
  });

  it('does not change with names and with the order of writing', () => {
    const { week, timeZone, key } = OFFICE;
    const backwards = Object.fromEntries(Object.entries(week).reverse());
    const again = { name: 'Bureau', week: { ...backwards, sun: [] }, timeZone, key, holidays: [] };
    expect(hash(goldPolicy({ calendars: [again] }))).toBe(plain);
  });

  it.each([
    ['a holiday', office({ holidays: [{ date: '2026-11-25' }] })],
    ['a holiday of a shared set', shared('2026-11-25')],
    ['a short day', office({ dateHours: { '2026-11-25': ['09:00-13:00'] } })],
    ['a break', office({ breaks: { '2026-11-25': ['12:00-13:00'] } })],
    [
      'planned maintenance',
      goldPolicy({
        maintenance: [{ from: '2026-11-25T10:00:00+03:00', to: '2026-11-25T11:00:00+03:00' }],
      }),
    ],
    ['another zone', office({ timeZone: 'Europe/Berlin' })],
  ])('changes with %s', (_, policy) => {
    expect(hash(policy)).not.toBe(plain);
  });

  it('tells shared holidays like those of the calendar itself', () => {
    expect(hash(shared('2026-11-25'))).toBe(hash(office({ holidays: [{ date: '2026-11-25' }] })));
    expect(hash(shared('2026-11-25'))).not.toBe(hash(shared('2026-11-26')));
  });

  it('tells moments of maintenance, whatever zone they are written in', () => {
    const window = (from: string, to: string) => hash(goldPolicy({ maintenance: [{ from, to }] }));
    expect(window('2026-11-25T10:00:00+03:00', '2026-11-25T11:00:00+03:00')).toBe(
      window('2026-11-25T07:00:00Z', '2026-11-25T08:00:00Z'),
    );
  });

  it('knows the calendar of a later version from when it holds', () => {
    const from = (effectiveFrom: string) =>
      office({ holidays: [{ date: '2026-11-25' }] }, { version: 2, effectiveFrom });
    expect(hash(goldPolicy(), from('2026-11-24T00:00:00+03:00'))).not.toBe(plain);
    // In force only after the stop.
    expect(hash(goldPolicy(), from('2026-11-25T00:00:00+03:00'))).toBe(plain);
    // From before the start: that version alone.
    expect(hash(goldPolicy(), from('2026-11-01'))).toBe(hash(from('2026-11-01')));
    const correction = {
      ...from('2026-11-24T00:00:00+03:00'),
      corrections: ['office'],
    };
    expect(hash(goldPolicy(), correction)).not.toBe(
      hash(goldPolicy(), from('2026-11-24T00:00:00+03:00')),
    );
  });

  it('is the one of before under a later version with the same hours', () => {
    const later = goldPolicy({ version: 2, effectiveFrom: '2026-11-24T00:00:00+03:00' });
    expect(hash(goldPolicy(), later)).toBe(plain);
  });

  it('is none without a calendar', () => {
    const policies = [compiled(goldPolicy())] as [CompiledPolicy];
    expect(calendarHash({ ...CYCLE, calendarKey: null }, policies, NOW)).toBeNull();
    expect(hashes({ calendarKey: 'night' }, goldPolicy())).toBeNull();
  });
});

describe('the hash of rows without a mark', () => {
  it('is that of the calendar as it stands in the policy', () => {
    const one = compiled(shared('2026-11-25'));
    const other = compiled(shared('2026-11-26'));
    expect(unmarkedCalendarHash('office', one)).toMatch(/^[0-9a-f]{64}$/);
    expect(unmarkedCalendarHash('office', one)).toBe(unmarkedCalendarHash('office', other));
    expect(unmarkedCalendarHash('night', one)).toBeNull();
    expect(unmarkedCalendarHash('office', undefined)).toBeNull();
  });
});
