import type { CalendarDefinition } from '../../calendar/calendar';
import { sha256 } from '../../sha256';
import type { Instant } from '../../time';
import type { CompiledPolicy } from '../policy/policy';
import { policyAt } from '../policy/policy-at';
import type { AnyCycle } from './cycle';

/** Of what is hashed, and how: hashes of another mark cannot be compared with these. */
const MARK = '2:';

type Measured = Pick<AnyCycle, 'calendarKey' | 'startedAt' | 'stoppedAt'>;

/**
 * Names the working time that a cycle was measured by: the same hash, the same hours. Holidays that
 * calendars share, windows of maintenance and the calendars of later versions, from when they hold,
 * are part of it; names, and the order in which things are written, are not. Null without a
 * calendar. The mark `2:` stands before 62 hex digits.
 *
 * A version that only names the calendar otherwise gives the hash of before; one that adds a
 * holiday to a shared set gives another one to cycles that end after it came into force.
 */
export function calendarHash(
  { calendarKey, startedAt, stoppedAt }: Measured,
  versions: readonly [CompiledPolicy, ...CompiledPolicy[]],
  now: Instant,
): string | null {
  if (calendarKey === null) return null;
  const first = policyAt(versions, startedAt);
  let hours = hoursOf(first, calendarKey);
  const parts: (string | number | boolean)[] = [hours ?? ''];
  for (const version of versions) {
    if (version.effectiveFrom <= startedAt || version.effectiveFrom > (stoppedAt ?? now)) continue;
    const later = hoursOf(version, calendarKey);
    if (version === first || later === null || later === hours) continue;
    const isCorrected = version.policy.corrections?.includes(calendarKey) ?? false;
    parts.push(version.effectiveFrom, later, isCorrected);
    hours = later;
  }
  if (hours === null) return null;
  return `${MARK}${parts.length === 1 ? hours : short(parts)}`;
}

/**
 * The hash of a cycle's calendar as rows without a mark have it: of the definition as it was
 * written in the policy, without what it shares. Null where the policy has no such calendar.
 */
export function unmarkedCalendarHash(
  calendarKey: string | null,
  version: CompiledPolicy | undefined,
): string | null {
  const calendar = version?.policy.calendars.find(({ key }) => key === calendarKey);
  return calendar === undefined ? null : sha256(JSON.stringify(calendar));
}

/** Is it one that `calendarHash` makes? */
export function hasMark(hash: string | null): boolean {
  return hash?.startsWith(MARK) ?? false;
}

const known = new WeakMap<CompiledPolicy, Map<string, string | null>>();

/** Of one calendar of one version; computed once. */
function hoursOf(version: CompiledPolicy, key: string): string | null {
  const ofVersion = known.get(version) ?? new Map<string, string | null>();
  known.set(version, ofVersion);
  const hit = ofVersion.get(key);
  if (hit !== undefined) return hit;
  const calendar = version.calendars.get(key)?.calendar;
  const hash = calendar === undefined ? null : short(plain(calendar));
  ofVersion.set(key, hash);
  return hash;
}

/** All that changes working time, each in one way to write it. */
function plain(calendar: CalendarDefinition): unknown {
  const { timeZone, week, holidays = [], dateHours = {}, breaks = {}, closures = [] } = calendar;
  return {
    timeZone,
    week: hoursByDay(week).filter(([, hours]) => hours.length > 0),
    holidays: [...new Set(holidays.map(({ date }) => date))].sort(),
    dateHours: hoursByDay(dateHours),
    breaks: hoursByDay(breaks).filter(([, hours]) => hours.length > 0),
    closures: [...new Set(closures.map(({ from, to }) => `${utc(from)} ${utc(to)}`))].sort(),
  };
}

function hoursByDay(days: { readonly [day: string]: readonly string[] | undefined }) {
  return Object.entries(days)
    .map(([day, hours = []]) => [day, [...hours].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function utc(at: string): string {
  return new Date(at).toISOString();
}

/** With the mark it fits into the 64 characters of its column. */
function short(value: unknown): string {
  return sha256(JSON.stringify(value)).slice(0, 62);
}
