import { type Instant, isoOf } from '../../time';
import type { CompiledClock, CompiledGoal } from '../policy/compiled-clock';
import type { CompiledPolicy } from '../policy/policy';
import type { PauseReason } from '../policy/rules';
import type { StoppedBy } from './cycle';
import { dueDateOf, dueInstant, targetOf } from './goal-time';
import type { NamedRef } from './history';
import type { IssueState } from './issue-state';

/** A piece of a cycle that was measured in one go. */
export type MeasuredSpan = {
  readonly from: Instant;
  readonly to: Instant;
  readonly pause: PauseReason | null;
  readonly goal: CompiledGoal | null;
  /** What the goal gave, and from when its time was counted. */
  readonly target: number;
  readonly countsFrom: Instant;
};

/** A cycle while it is being measured. `since` is how far it has been measured. */
export class ClockRun {
  since: Instant;
  elapsed = 0;
  /** Elapsed before a change of goal that began the counting anew. */
  beforeChange = 0;
  pausedForClient = 0;
  pausedForVendor = 0;
  pausedInside = 0;
  pausedWall = 0;
  /** Working time that the goal gives, with extensions; without a goal 0. */
  target = 0;
  extended = 0;
  /** From when the time of the present goal is counted. */
  countsFrom: Instant;
  /** Due date goals: the instant that no pause moves. */
  fixedDue: Instant | null = null;
  /** The issue's due date that the goal was aimed at. */
  dueDate: string | null = null;
  /** Where the present stretch began, and what had been used up by then. */
  stretchFrom: Instant;
  usedBefore: number;
  breachedAt: Instant | null = null;
  priorityAtBreach: NamedRef | null = null;
  readonly priorityAtStart: NamedRef | null;
  stoppedAt: Instant | null = null;
  stoppedHow: StoppedBy['how'] = 'done';
  stoppedWho: string | null = null;
  /** Why this cycle is not judged. */
  asideState: 'excluded' | 'invalid' | null = null;
  asideReason = '';
  goalChangedLate = false;
  goal: CompiledGoal | null = null;
  pause: PauseReason | null = null;

  constructor(
    public rules: CompiledClock,
    public policy: CompiledPolicy,
    readonly cycle: number,
    readonly startedAt: Instant,
    public carried: number,
    public priority: NamedRef | null,
    readonly department: string | null,
    /** Kept only where something will ask for them. */
    readonly spans: MeasuredSpan[] | null,
  ) {
    this.priorityAtStart = priority;
    this.since = startedAt;
    this.countsFrom = startedAt;
    this.stretchFrom = startedAt;
    this.usedBefore = carried;
  }

  get used(): number {
    return this.carried + this.elapsed;
  }

  /** Measures on to `at` under the goal and pause in force since the last call. */
  measureTo(at: Instant): void {
    const { since, goal, pause } = this;
    if (at <= since) return;
    this.since = at;
    const { target, countsFrom } = this;
    this.spans?.push({ from: since, to: at, pause, goal, target, countsFrom });
    if (pause !== null) this.pausedWall += at - since;
    // Without a goal the clock is suspended: what has elapsed is kept and does not grow.
    if (goal === null) return;
    const worked = goal.working.elapsed(since, at);
    if (pause === null) {
      const used = this.carried + this.elapsed;
      this.elapsed += worked;
      if (this.breachedAt === null && this.fixedDue === null && used + worked > this.target) {
        this.breach(dueInstant(this.policy, goal, since, this.target - used));
      }
    } else if (pause === 'client') this.pausedForClient += worked;
    else if (pause === 'vendor') this.pausedForVendor += worked;
    else this.pausedInside += worked;
    if (this.fixedDue !== null && at > this.fixedDue) this.breach(this.fixedDue);
  }

  /** Puts the clock under a goal from where it has been measured to. */
  aimAt(goal: CompiledGoal | null, state: IssueState, from: Instant): void {
    this.goal = goal;
    this.countsFrom = from;
    this.dueDate = state.dueDate;
    this.fixedDue = goal?.target.kind === 'dueDate' ? dueDateOf(goal, state.dueDate) : null;
    if (goal?.target.kind === 'dueDate' && this.fixedDue === null) this.goal = null;
    this.target = this.goal === null ? 0 : targetOf(this.goal, from, this.fixedDue) + this.extended;
    this.beginStretch();
    this.breachIfUsedUp();
  }

  changePause(pause: PauseReason | null, at: Instant): void {
    if (pause === this.pause) return;
    this.measureTo(at);
    this.pause = pause;
    this.beginStretch();
  }

  /** Stops the clock for good, or for as long as nobody takes it back. */
  stop(at: Instant, how: StoppedBy['how'], who: string | null): void {
    if (at < this.startedAt) {
      const [stop, start] = [isoOf(at), isoOf(this.startedAt)];
      this.setAside('invalid', `stopped at ${stop}, before it started at ${start}`);
    }
    this.measureTo(at);
    this.stoppedAt = at;
    this.stoppedHow = how;
    this.stoppedWho = who;
  }

  /** The clock never stopped: what passed since the stop counts as running. */
  takeBackStop(): void {
    if (this.stoppedAt === null) return;
    this.pause = null;
    this.beginStretch();
    this.stoppedAt = null;
  }

  /** The clock stood still while the issue was closed, and goes on. */
  goOnFrom(at: Instant): void {
    this.stoppedAt = null;
    this.since = at;
    this.beginStretch();
  }

  setAside(state: 'excluded' | 'invalid', reason: string): void {
    this.asideState = state;
    this.asideReason = reason;
  }

  beginStretch(): void {
    this.stretchFrom = this.since;
    this.usedBefore = this.used;
  }

  /** The first breach stays, with the priority that it happened under. */
  breach(at: Instant | null): void {
    if (this.breachedAt !== null) return;
    this.breachedAt = at;
    this.priorityAtBreach = this.priority;
  }

  /** A shorter goal, or the next cycle of a used-up one, is breached where it begins. */
  private breachIfUsedUp(): void {
    if (this.goal === null || this.breachedAt !== null) return;
    if (this.fixedDue !== null) {
      if (this.since > this.fixedDue) this.breach(this.fixedDue);
    } else if (this.used > this.target) this.breach(this.since);
  }
}
