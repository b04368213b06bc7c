import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { Holiday } from '../../../../src/core/calendar/calendar';
import { parseHours } from '../../../../src/core/calendar/parse-hours';

/** What of a policy file holidays can be put into, as far as the file says so. */
export type HolidayPlaces = {
  readonly calendars: readonly {
    readonly key: string;
    readonly name: string;
    readonly holidays: readonly Holiday[];
    /** Names of the shared sets that it takes. */
    readonly sets: readonly string[];
    /** 24x7: it knows no holidays, unless somebody says so. */
    readonly isAlwaysOpen: boolean;
  }[];
  readonly sets: readonly { readonly name: string; readonly holidays: readonly Holiday[] }[];
};

/** Where the days go: into a shared set, which these calendars take then, or into one calendar. */
export type HolidayTarget =
  | { readonly kind: 'set'; readonly name: string; readonly calendars: readonly string[] }
  | { readonly kind: 'calendar'; readonly key: string };

type Json = { readonly [name: string]: unknown };

/** Null for a text that is no policy file with calendars, whatever else is wrong with it. */
export function readHolidayPlaces(text: string): HolidayPlaces | null {
  try {
    const policy: Json = JSON.parse(text);
    const calendars = listOf(policy.calendars).filter(({ key }) => typeof key === 'string');
    if (calendars.length === 0) return null;
    return {
      calendars: calendars.map((calendar) => ({
        key: String(calendar.key),
        name: String(calendar.name ?? calendar.key),
        holidays: holidaysIn(calendar.holidays),
        sets: namesIn(calendar.holidaySets),
        isAlwaysOpen: isAlwaysOpen(calendar.week),
      })),
      sets: Object.entries(policy.holidaySets ?? {}).map(([name, days]) => {
        return { name, holidays: holidaysIn(days) };
      }),
    };
  } catch {
    return null;
  }
}

/** Is this day there already, once or every year? Days of a calendar's shared sets are its days. */
export function isKnownDay(places: HolidayPlaces, target: HolidayTarget, date: string): boolean {
  const calendar =
    target.kind === 'calendar' ? places.calendars.find(({ key }) => key === target.key) : undefined;
  const names = target.kind === 'set' ? [target.name] : (calendar?.sets ?? []);
  const shared = places.sets.filter(({ name }) => names.includes(name));
  const there = [...shared, ...(calendar ? [calendar] : [])].flatMap(({ holidays }) => holidays);
  return there.some((day) => day.date === date || day.date === date.slice(-5));
}

/**
 * The text of the policy file with the days that it lacks. Everything else stays as it is written,
 * to the last blank.
 *
 * `addHolidays(text, [{ date: '2026-12-25' }], { kind: 'calendar', key: 'office' })` appends one line
 * to the `holidays` of the calendar "office".
 */
export function addHolidays(
  text: string,
  days: readonly Holiday[],
  target: HolidayTarget,
): { readonly text: string; readonly added: number } {
  const places = readHolidayPlaces(text);
  if (places === null) return { text, added: 0 };
  const missing = days.filter(({ date }) => !isKnownDay(places, target, date));
  const at = (key: string) => places.calendars.findIndex((calendar) => calendar.key === key);
  const path: JSONPath =
    target.kind === 'set'
      ? ['holidaySets', target.name]
      : ['calendars', placeOf(text, at(target.key)), 'holidays'];
  let next = missing.length === 0 ? text : append(text, path, missing);
  if (target.kind === 'set') {
    for (const key of target.calendars) {
      const sets = places.calendars[at(key)]?.sets;
      if (sets === undefined || sets.includes(target.name)) continue;
      next = append(next, ['calendars', placeOf(text, at(key)), 'holidaySets'], [target.name]);
    }
  }
  return { text: next, added: missing.length };
}

/** Calendars without a key are passed over by `readHolidayPlaces`, but not by the file. */
function placeOf(text: string, index: number): number {
  const policy: Json = JSON.parse(text);
  const all = Array.isArray(policy.calendars) ? policy.calendars : [];
  const keyed = all.flatMap((calendar: Json | null, at) =>
    typeof calendar?.key === 'string' ? [at] : [],
  );
  return keyed[index] ?? 0;
}

/** Adds to the list that stands there, or makes it; one item a line. */
function append(text: string, path: JSONPath, items: readonly (Holiday | string)[]): string {
  const formattingOptions = {
    insertSpaces: !/\n\t/.test(text),
    tabSize: indentOf(text),
    eol: '\n',
  };
  const isThere = Array.isArray(at(JSON.parse(text), path));
  let next = isThere ? text : applyEdits(text, modify(text, path, [], { formattingOptions }));
  const marks = items.map((_, index) => `\u0001${index}\u0001`);
  for (const mark of marks) {
    const options = { formattingOptions, isArrayInsertion: true };
    next = applyEdits(next, modify(next, [...path, -1], mark, options));
  }
  return items.reduce<string>(
    (written, item, index) => written.replace(JSON.stringify(marks[index]), () => lineOf(item)),
    next,
  );
}

function lineOf(item: Holiday | string): string {
  if (typeof item === 'string') return JSON.stringify(item);
  const parts = Object.entries(item).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  return `{ ${parts.join(', ')} }`;
}

function indentOf(text: string): number {
  return /\n( +)\S/.exec(text)?.[1]?.length ?? 2;
}

function at(json: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Json)[String(step)] : undefined,
    json,
  );
}

function isAlwaysOpen(week: unknown): boolean {
  const hours = Object.values(week ?? {}).flatMap(namesIn);
  const minutes = hours.map((text) => parseHours(text) ?? { from: 0, to: 0 });
  return minutes.reduce((sum, { from, to }) => sum + to - from, 0) >= 7 * 24 * 60;
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((it): it is Json => typeof it === 'object' && it !== null)
    : [];
}

function holidaysIn(value: unknown): Holiday[] {
  return listOf(value).flatMap(({ date, name }) => {
    if (typeof date !== 'string') return [];
    return typeof name === 'string' ? [{ date, name }] : [{ date }];
  });
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];
}
