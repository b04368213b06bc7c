import type { Instant } from '../time';
import { answerIn } from './answer-in';
import {
  type ClockRun,
  changeGoal,
  changePause,
  cycleOf,
  measureTo,
  resumeRun,
  startRun,
  stopRun,
} from './clock-run';
import type { ClockName, Cycle } from './cycle';
import type { HistoryEvent, IncidentHistory, NamedRef, StatusRef } from './history';
import type { CompiledPolicy } from './policy';
import { policyAt } from './policy-at';

/** The state of one incident while its history passes by, and the clocks that watch it. */
export class IncidentClocks {
  readonly #done: Cycle[] = [];
  #status: StatusRef;
  #priority: NamedRef | null;
  #issueType: NamedRef;
  #resolution: NamedRef | null;
  #isClosed: boolean;
  /** The first resolution given in this cycle: later edits do not rewrite how it ended. */
  #endedAs: NamedRef | null = null;
  #response: ClockRun | null = null;
  #resolutionRun: ClockRun | null = null;

  constructor(
    readonly history: IncidentHistory,
    readonly versions: readonly [CompiledPolicy, ...CompiledPolicy[]],
  ) {
    this.#status = history.statusAtCreation;
    this.#priority = history.priorityAtCreation;
    this.#issueType = history.issueTypeAtCreation;
    this.#resolution = history.resolutionAtCreation;
    this.#isClosed = isDone(this.#status) || this.#resolution !== null;
    this.#response = this.#begin('response', 1, history.created, 0);
    this.#resolutionRun = this.#begin('resolution', 1, history.created, 0);
    if (this.#isClosed) this.#endUnobserved();
  }

  /** Applies the changes `events[from..to]` of one record, then lets the clocks react. */
  apply(events: readonly HistoryEvent[], from: number, to: number): void {
    const before = this.#status;
    let resolved = false;
    let unresolved = false;
    for (let index = from; index <= to; index++) {
      const event = events[index] as HistoryEvent;
      if (event.kind === 'status') this.#status = event.to;
      else if (event.kind === 'priority') this.#priority = event.to;
      else if (event.kind === 'issueType') this.#issueType = event.to ?? this.#issueType;
      else if (event.kind === 'resolution') {
        this.#resolution = event.to;
        resolved = event.to !== null;
        unresolved = event.to === null;
        if (resolved && (!this.#isClosed || this.#endedAs === null)) this.#endedAs = event.to;
      }
    }
    const last = events[to] as HistoryEvent;
    this.#answer(events, from, to);
    // Stop beats pause beats start: what closes the issue is looked at first.
    if (!this.#isClosed) {
      if (resolved || (isDone(this.#status) && !isDone(before))) {
        this.#close(last);
      }
    } else if (!resolved && !isDone(this.#status) && (isDone(before) || unresolved)) {
      this.#reopen(last.at);
      // The clock may turn out never to have stopped, and this record to be the answer.
      this.#answer(events, from, to);
    }
    this.#followIssue(last.at);
  }

  /** All cycles as of `now`. */
  finish(now: Instant): Cycle[] {
    if (this.#response !== null) this.#done.unshift(this.#settled(this.#response, now));
    if (this.#resolutionRun !== null) this.#done.push(this.#settled(this.#resolutionRun, now));
    return this.#done;
  }

  #begin(clock: ClockName, cycle: number, startedAt: Instant, carried: number): ClockRun | null {
    const policy = policyAt(this.versions, startedAt);
    const rules = policy[clock];
    if (rules === null) return null;
    return startRun({
      ...{ clock, cycle, policy, startedAt, carried, priority: this.#priority },
      goal: rules.goalFor(this.#priority, this.#issueType),
      pause: rules.pauseReason(this.#status),
    });
  }

  /** An issue that was created closed: nobody saw its clocks start. */
  #endUnobserved(): void {
    const { created } = this.history;
    for (const run of this.#runs()) {
      run.stopped = { at: created, by: { how: 'done', by: null } };
      run.aside = { state: 'excluded', reason: 'no observed start: it was created closed' };
    }
  }

  #answer(events: readonly HistoryEvent[], from: number, to: number): void {
    const run = this.#response;
    if (run === null || run.stopped !== null) return;
    for (let index = from; index <= to; index++) {
      const event = events[index] as HistoryEvent;
      const how = answerIn(event, run.policy, this.history.reporterId);
      if (how === null) continue;
      this.#retarget(run, event.at);
      stopRun(run, event.at, { how, by: event.by });
      return;
    }
  }

  #close(event: HistoryEvent): void {
    this.#isClosed = true;
    const how = isDone(this.#status) ? 'done' : 'resolution';
    for (const run of this.#runs()) {
      if (run.stopped !== null) continue;
      this.#retarget(run, event.at);
      stopRun(run, event.at, { how, by: event.by });
    }
  }

  #reopen(at: Instant): void {
    this.#isClosed = false;
    const stoppedAt = this.#resolutionRun?.stopped?.at;
    const grace = this.#resolutionRun?.policy.resolution?.graceMs ?? 0;
    if (stoppedAt !== undefined && grace > 0 && at - stoppedAt <= grace) {
      // An accidental close answered nobody either.
      for (const run of this.#runs()) if (isStoppedByClosing(run)) resumeRun(run);
    } else {
      this.#beginNextCycle(at);
    }
    this.#endedAs = null;
  }

  #beginNextCycle(at: Instant): void {
    if (this.#response?.stopped) {
      this.#done.unshift(this.#settled(this.#response, at));
      this.#response = null;
    }
    const run = this.#resolutionRun;
    if (run === null) return;
    this.#done.push(this.#settled(run, at));
    const carried = run.policy.resolution?.cumulative === true ? run.carried + run.elapsed : 0;
    this.#resolutionRun = this.#begin('resolution', run.cycle + 1, at, carried);
  }

  #followIssue(at: Instant): void {
    for (const run of this.#runs()) {
      if (run.stopped !== null) continue;
      this.#retarget(run, at);
      changePause(run, run.policy[run.clock]?.pauseReason(this.#status) ?? null, at);
    }
  }

  #retarget(run: ClockRun, at: Instant): void {
    const goal = run.policy[run.clock]?.goalFor(this.#priority, this.#issueType) ?? null;
    run.priority = this.#priority;
    changeGoal(run, goal, at);
  }

  #settled(run: ClockRun, now: Instant): Cycle {
    if (run.stopped === null) measureTo(run, now);
    const cycle = cycleOf(run, now);
    const ending = this.#endedAs ?? this.#resolution;
    if (run.aside !== null || ending === null) return cycle;
    if (!isStoppedByClosing(run) || !run.policy.isExcluded(ending)) return cycle;
    return { ...cycle, state: 'excluded', reason: `closed as ${ending.name}` };
  }

  *#runs(): Iterable<ClockRun> {
    if (this.#response !== null) yield this.#response;
    if (this.#resolutionRun !== null) yield this.#resolutionRun;
  }
}

function isDone(status: StatusRef): boolean {
  return status.category === 'done';
}

function isStoppedByClosing(run: ClockRun): boolean {
  const how = run.stopped?.by.how;
  return how === 'done' || how === 'resolution';
}
