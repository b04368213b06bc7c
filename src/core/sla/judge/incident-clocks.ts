import type { Instant } from '../../time';
import type { CompiledPolicy } from '../policy/policy';
import { policyAt } from '../policy/policy-at';
import { answerIn } from './answer-in';
import type { ClockRun } from './clock-run';
import { type AnyCycle, SLOT, type StoppedBy } from './cycle';
import type { HistoryEvent, IncidentHistory, NamedRef, StatusRef } from './history';
import { CHANGED, IssueState } from './issue-state';
import { beginFirst, isClosedRun, retargetAtEnd, settled } from './lifecycle';
import { departmentIn, hearComment, hearReopening } from './listen';
import { onlyOneCounts } from './only-one-counts';
import { react } from './react';

const ANSWERS = CHANGED.status | CHANGED.comment | CHANGED.assignee;
const CLOSINGS = CHANGED.status | CHANGED.resolution;

/** The state of one incident while its history passes by, and the clocks that watch it. */
export class IncidentClocks {
  readonly state: IssueState;
  /** The present cycle of each clock, by the clock's slot. */
  readonly runs: [ClockRun | null, ClockRun | null, ClockRun | null, ClockRun | null];
  /** Cycles that are over; null while there are none. */
  done: AnyCycle[] | null = null;
  /** With spans kept, the runs of those too. */
  past: ClockRun[] | null = null;
  /** An event that comes before what it follows. */
  disorder: { readonly at: Instant; readonly after: Instant } | null = null;
  /** How many departments stand in the way now. */
  blockedBy = 0;
  policy: CompiledPolicy;
  /** The first resolution given in this cycle: later edits do not rewrite how it ended. */
  endedAs: NamedRef | null = null;
  /** When the resolution stopped that is taken back, and how long it can be. */
  graceFrom: Instant | null = null;
  graceMs = 0;
  interest = 0;
  /** The slots of its clocks lie below: most contracts have two clocks of the four. */
  slots = 0;
  /** A response is waited for once. */
  responseIsOver = false;
  /** How an issue was answered while it was closed: it counts when the stop is taken back. */
  answeredWhileClosed: (StoppedBy & { readonly at: Instant }) | null = null;
  /** Clocks that are filed at once, as the closing of the issue stopped them, by their slot. */
  stoppedByClosing: (ClockRun | null)[] | null = null;
  /** Somebody who waits for an answer wrote while the issue was closed. */
  waitsSinceClosed = false;
  /** The status before the present record. */
  statusBefore: StatusRef;

  constructor(
    readonly history: IncidentHistory,
    readonly versions: readonly [CompiledPolicy, ...CompiledPolicy[]],
    readonly keepsSpans: boolean,
  ) {
    this.state = new IssueState(history);
    this.statusBefore = this.state.status;
    this.policy = versions.length === 1 ? versions[0] : policyAt(versions, history.created);
    if (this.policy.ownership !== null) {
      this.state.department = departmentIn(this.state, this.policy);
    }
    this.runs = [null, null, null, null];
    this.watch(versions);
    for (const rules of this.policy.clocks) beginFirst(this, rules);
  }

  /** Applies the changes `events[from..to]` of one record, then lets the clocks react. */
  apply(events: readonly HistoryEvent[], from: number, to: number): void {
    const { state, policy } = this;
    const before = state.status;
    this.statusBefore = before;
    let changed = 0;
    let given: NamedRef | null = null;
    let isCleared = false;
    for (let index = from; index <= to; index++) {
      const event = events[index] as HistoryEvent;
      changed |= state.apply(event);
      if (event.kind !== 'resolution') continue;
      given = event.to;
      isCleared = given === null;
      if (given !== null && (!state.isClosed || this.endedAs === null)) this.endedAs = given;
    }
    if ((changed & ANSWERS) !== 0) this.answer(events, from, to, changed);
    if ((changed & this.interest) === 0) return;
    if ((changed & CHANGED.comment) !== 0) {
      let isHeard = false;
      for (let index = from; index <= to; index++) {
        isHeard = hearComment(this, events[index] as HistoryEvent) || isHeard;
      }
      // What nobody hears asks nothing of a condition on comments.
      if (!isHeard) changed &= ~CHANGED.comment;
    }
    const wasDone = before.category === 'done';
    const isDone = state.status.category === 'done';
    const isTouched = (changed & CLOSINGS) !== 0;
    const isClosing = isTouched && !state.isClosed && (given !== null || (isDone && !wasDone));
    const isReopening =
      isTouched && state.isClosed && given === null && !isDone && (wasDone || isCleared);
    if (isTouched) state.isClosed = (state.isClosed || isClosing) && !isReopening;
    if (policy.ownership !== null) state.department = departmentIn(state, policy);
    const last = events[to] as HistoryEvent;
    if (isClosing) changed |= CHANGED.closing;
    if (isReopening) changed |= CHANGED.reopening;
    this.noteGrace();
    for (let slot = 0; slot < this.slots; slot++) react(this, slot, changed, last);
    if (!isReopening) return;
    this.endedAs = null;
    this.answeredWhileClosed = null;
    this.stoppedByClosing = null;
    hearReopening(this, last.at);
    // The clock may turn out never to have stopped, and this record to be the answer.
    this.answer(events, from, to, changed);
  }

  /** How many cycles of a clock are over. */
  doneOf(slot: number): number {
    return this.done?.filter(({ clock }) => SLOT[clock] === slot).length ?? 0;
  }

  /** As if no clock had run and nothing had been said: the issue is what it is. */
  forget(): void {
    this.runs.fill(null);
    this.done = null;
    this.past = null;
    this.graceFrom = null;
    this.answeredWhileClosed = null;
    this.stoppedByClosing = null;
    this.waitsSinceClosed = false;
  }

  /** All cycles as of `now`, those of one clock together. */
  finish(now: Instant): AnyCycle[] {
    const cycles: AnyCycle[] = [];
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.done !== null) {
        for (const cycle of this.done) if (SLOT[cycle.clock] === slot) cycles.push(cycle);
      }
      const run = this.runs[slot] as ClockRun | null;
      if (run !== null) cycles.push(settled(this, run, now));
    }
    const rule = this.policy.resolution?.cycles;
    return rule === 'first' || rule === 'last' ? onlyOneCounts(cycles, rule) : cycles;
  }

  private watch(versions: readonly CompiledPolicy[]): void {
    for (const { interest, slots } of versions) {
      this.interest |= interest;
      if (slots > this.slots) this.slots = slots;
    }
  }

  /**
   * Every clock looks at when the resolution stopped, and one of them begins anew before others
   * look.
   */
  private noteGrace(): void {
    const run = this.runs[SLOT.resolution];
    this.graceFrom = run?.stoppedAt ?? null;
    this.graceMs = run?.policy.resolution?.graceMs ?? 0;
  }

  private answer(events: readonly HistoryEvent[], from: number, to: number, changed: number): void {
    const run = this.runs[SLOT.response];
    if (run === null) return;
    const isStopped = run.stoppedAt !== null;
    if (isStopped && (this.answeredWhileClosed !== null || !isClosedRun(run))) return;
    for (let index = from; index <= to; index++) {
      const event = events[index] as HistoryEvent;
      const how = answerIn(event, run.policy, this.state.reporter);
      if (how === null) continue;
      if (isStopped) {
        this.answeredWhileClosed = { at: event.at, how, by: event.by };
        return;
      }
      retargetAtEnd(this, run, changed, event.at).stop(event.at, how, event.by);
      return;
    }
  }
}
