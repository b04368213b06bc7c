import type { Instant, Millis, Span } from '../time';
import type { CalendarDefinition, WorkingTime } from './calendar';
import { openIntervals } from './open-intervals';
import {
  firstInstantWith,
  intervalAt,
  lastInstantWith,
  type WorkTable,
  workAt,
  workTable,
} from './work-table';

const FIRST_YEAR = 1900;
const END_YEAR = 2200;
const DEFAULT_RANGE = { from: Date.UTC(2026), to: Date.UTC(2027) };

/**
 * Working time over a table that covers whole years (UTC). `range` says which (2026 and 2027
 * without it); a query outside adds as many years as there are already, at least the ones it needs,
 * so that growing stays cheap. Nothing before 1900 or from 2200 on: RangeError, or "never" for a
 * deadline.
 */
export function workingTime(
  calendar: CalendarDefinition,
  range?: { from: Instant; to: Instant },
): WorkingTime {
  return new TabledWorkingTime(calendar, range);
}

class TabledWorkingTime implements WorkingTime {
  readonly #hasHours: boolean;
  readonly #neverCloses: boolean;
  #table: WorkTable;

  constructor(
    readonly calendar: CalendarDefinition,
    range: { from: Instant; to: Instant } | undefined,
  ) {
    const lists = [...Object.values(calendar.week), ...Object.values(calendar.dateHours ?? {})];
    this.#hasHours = lists.some((list) => list.length > 0);
    const years = range ?? DEFAULT_RANGE;
    this.#table = this.#compile(
      new Date(years.from).getUTCFullYear(),
      new Date(years.to).getUTCFullYear() + 1,
    );
    this.#neverCloses =
      this.#table.count === 1 && isWholeTable(this.#table) && !hasExceptions(calendar);
  }

  elapsed(from: Instant, to: Instant): Millis {
    const table = this.#covering(from < to ? from : to, from < to ? to : from);
    return (workAt(table, to) - workAt(table, from)) as Millis;
  }

  deadline(from: Instant, duration: Millis): Instant | undefined {
    let table = this.#covering(from, from);
    if (duration === 0) return from;
    if (!this.#hasHours) return undefined;
    for (;;) {
      const work = workAt(table, from) + duration;
      if (duration > 0 && work <= (table.sums[table.count] as number)) {
        return firstInstantWith(table, work) as Instant;
      }
      if (duration < 0 && work >= 0) return lastInstantWith(table, work) as Instant;
      const wider = duration > 0 ? this.#withLaterYears() : this.#withEarlierYears();
      if (wider === undefined) return undefined;
      table = wider;
    }
  }

  nextOpen(at: Instant): Instant | undefined {
    let table = this.#covering(at, at);
    if (!this.#hasHours) return undefined;
    for (;;) {
      const k = intervalAt(table, at);
      if (k < table.count) return Math.max(at, table.starts[k] as number) as Instant;
      const wider = this.#withLaterYears();
      if (wider === undefined) return undefined;
      table = wider;
    }
  }

  nextClose(at: Instant): Instant | undefined {
    let table = this.#covering(at, at);
    if (!this.#hasHours || this.#neverCloses) return undefined;
    for (;;) {
      const k = intervalAt(table, at);
      // An interval that ends with the table may go on beyond it.
      if (k < table.count && (table.ends[k] as number) < table.to) return table.ends[k] as Instant;
      const wider = this.#withLaterYears();
      if (wider === undefined) return undefined;
      table = wider;
    }
  }

  isOpen(at: Instant): boolean {
    const table = this.#covering(at, at);
    return at >= (table.starts[intervalAt(table, at)] as number);
  }

  openSpans(from: Instant, to: Instant): Span[] {
    const table = this.#covering(from, to);
    const spans: Span[] = [];
    for (let k = intervalAt(table, from); (table.starts[k] as number) < to; k++) {
      spans.push({
        from: Math.max(from, table.starts[k] as number) as Instant,
        to: Math.min(to, table.ends[k] as number) as Instant,
      });
    }
    return spans;
  }

  #covering(from: number, to: number): WorkTable {
    const table = this.#table;
    return from >= table.from && to < table.to ? table : this.#grown(from, to);
  }

  #grown(from: number, to: number): WorkTable {
    const { first, end } = yearsOf(this.#table);
    const years = end - first;
    const fromYear = new Date(from).getUTCFullYear();
    const toYear = new Date(to).getUTCFullYear();
    if (!(fromYear >= FIRST_YEAR && toYear < END_YEAR)) {
      throw new RangeError(`working time is known from ${FIRST_YEAR} to ${END_YEAR} only`);
    }
    this.#table = this.#compile(
      fromYear < first ? Math.min(fromYear, first - years) : first,
      toYear >= end ? Math.max(toYear + 1, end + years) : end,
    );
    return this.#table;
  }

  #withLaterYears(): WorkTable | undefined {
    const { first, end } = yearsOf(this.#table);
    if (end >= END_YEAR) return undefined;
    this.#table = this.#compile(first, end + (end - first));
    return this.#table;
  }

  #withEarlierYears(): WorkTable | undefined {
    const { first, end } = yearsOf(this.#table);
    if (first <= FIRST_YEAR) return undefined;
    this.#table = this.#compile(first - (end - first), end);
    return this.#table;
  }

  #compile(firstYear: number, endYear: number): WorkTable {
    const from = Date.UTC(Math.max(FIRST_YEAR, firstYear), 0, 1);
    const to = Date.UTC(Math.min(END_YEAR, endYear), 0, 1);
    return workTable(openIntervals(this.calendar, from, to), from, to);
  }
}

function yearsOf(table: WorkTable): { first: number; end: number } {
  return {
    first: new Date(table.from).getUTCFullYear(),
    end: new Date(table.to).getUTCFullYear(),
  };
}

function isWholeTable(table: WorkTable): boolean {
  return table.starts[0] === table.from && table.ends[0] === table.to;
}

function hasExceptions(calendar: CalendarDefinition): boolean {
  const { holidays = [], dateHours = {}, breaks = {}, closures = [] } = calendar;
  return (
    closures.length + holidays.length + Object.keys(dateHours).length + Object.keys(breaks).length >
    0
  );
}
