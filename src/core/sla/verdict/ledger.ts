import type { Instant, Span } from '../../time';
import type { MeasuredSpan } from '../judge/clock-run';
import { type AnyClockName, SLOT } from '../judge/cycle';
import { departmentSpans } from '../judge/department-spans';
import type { IncidentHistory } from '../judge/history';
import { clocksAt, type Versions } from '../judge/judge-incident';
import type { Blocked, JudgeInputs } from '../judge/judge-inputs';
import type { PauseReason } from '../policy/rules';

/** What an issue's time went to. */
export type LedgerLabel =
  | { readonly kind: 'running'; readonly department: string }
  /** Nobody works on it yet: its status is of the category To Do. */
  | { readonly kind: 'queue'; readonly department: string }
  | { readonly kind: 'blocked'; readonly by: string }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  /** Outside of working hours, or without a goal whose hours could count. */
  | { readonly kind: 'sleeping' }
  | { readonly kind: 'stopped' };

export type LedgerEntry = Span & { readonly label: LedgerLabel };

/**
 * Where every millisecond of an issue's life went, from its creation to `now`, in order and without
 * gaps: each has exactly one label. Told by the resolution clock (the response clock where there is
 * none): `running`, `queue` and `blocked` together are what elapsed, since waiting inside the
 * company stops no client's clock; `paused` is what was paused in working time.
 *
 * Mon-Fri 09-18, created Mon 17:00, waiting for the client from 17:30, closed Tue 10:00: queue
 * 17:00-17:30, paused 17:30-18:00, sleeping to Tue 09:00, paused to 10:00, stopped from then on.
 */
export function ledgerOf(
  history: IncidentHistory,
  versions: Versions,
  now: Instant,
  inputs: JudgeInputs = {},
): LedgerEntry[] {
  return ledgersOf(history, versions, now, inputs)(ledgerClock(versions));
}

/** The clock that an issue's ledger is told by. */
export function ledgerClock(versions: Versions): 'resolution' | 'response' {
  return versions.some(({ resolution }) => resolution !== null) ? 'resolution' : 'response';
}

/**
 * The same told by any clock, which has pauses and a calendar of its own: one reading of the
 * history, and a ledger for each clock that is asked for. `stopped` is where that clock did not run.
 *
 * Created Mon 10:00, waiting for the client from 10:15, answered 10:30: the resolution is paused
 * from 10:15 on, the response is in the queue to 10:30 and stopped from then on.
 */
export function ledgersOf(
  history: IncidentHistory,
  versions: Versions,
  now: Instant,
  inputs: JudgeInputs = {},
): (clock: AnyClockName) => LedgerEntry[] {
  const clocks = clocksAt(history, versions, now, inputs, 'keepSpans');
  if (clocks === null) return () => [];
  clocks.finish(now);
  const runs = [...(clocks.past ?? []), ...clocks.runs].filter((run) => run !== null);
  const owners = departmentSpans(history, versions, now);
  return (clock) => {
    const measured = runs
      .filter(({ rules }) => rules.slot === SLOT[clock])
      .flatMap(({ spans }) => spans ?? []);
    const book = new LedgerBook(history.created);
    for (const span of measured) {
      book.fill(span.from, { kind: 'stopped' });
      book.fillMeasured(span, owners, inputs.blocked ?? []);
    }
    book.fill(now, { kind: 'stopped' });
    return book.entries;
  };
}

/**
 * What of a ledger lies between two instants, cut there.
 *
 * An entry from 10:00 to 12:00, asked for 11:00 to 13:00: the same from 11:00 to 12:00.
 */
export function entriesBetween(
  ledger: readonly LedgerEntry[],
  from: Instant,
  to: Instant,
): LedgerEntry[] {
  return ledger.flatMap((entry) => {
    const start = Math.max(entry.from, from) as Instant;
    const end = Math.min(entry.to, to) as Instant;
    return start < end ? [{ from: start, to: end, label: entry.label }] : [];
  });
}

/** Whose the issue was, and whether somebody worked on it. */
export type Owned = Span & { readonly department: string; readonly isQueue: boolean };

class LedgerBook {
  readonly entries: LedgerEntry[] = [];
  #to: Instant;

  constructor(from: Instant) {
    this.#to = from;
  }

  /** Labels everything that has none yet, up to `to`. */
  fill(to: Instant, label: LedgerLabel): void {
    if (to <= this.#to) return;
    const last = this.entries.at(-1);
    if (last !== undefined && sameLabel(last.label, label)) {
      this.entries[this.entries.length - 1] = { ...last, to };
    } else this.entries.push({ from: this.#to, to, label });
    this.#to = to;
  }

  fillMeasured(span: MeasuredSpan, owners: readonly Owned[], blocked: readonly Blocked[]): void {
    if (span.goal === null) {
      this.fill(span.to, { kind: 'sleeping' });
      return;
    }
    for (const open of span.goal.working.openSpans(span.from, span.to)) {
      this.fill(open.from, { kind: 'sleeping' });
      if (span.pause !== null) this.fill(open.to, { kind: 'paused', reason: span.pause });
      else this.fillWork(open, owners, blocked);
    }
    this.fill(span.to, { kind: 'sleeping' });
  }

  private fillWork(open: Span, owners: readonly Owned[], blocked: readonly Blocked[]): void {
    for (const owner of owners) {
      if (owner.to <= open.from || owner.from >= open.to) continue;
      const to = Math.min(owner.to, open.to) as Instant;
      const { department } = owner;
      const own: LedgerLabel = { kind: owner.isQueue ? 'queue' : 'running', department };
      for (const { span, by } of blocked) {
        if (span.to <= this.#to || span.from >= to) continue;
        this.fill(span.from, own);
        this.fill(Math.min(span.to, to) as Instant, { kind: 'blocked', by });
      }
      this.fill(to, own);
    }
  }
}

/** Do both say the same? */
export function sameLabel(a: LedgerLabel, b: LedgerLabel): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
