import type { Instant } from '../../time';
import type { CompiledPolicy } from '../policy/policy';
import type { ClockRun } from './clock-run';
import { SLOT } from './cycle';
import type { HistoryEvent } from './history';
import type { IncidentClocks } from './incident-clocks';
import type { IssueState } from './issue-state';
import { begin, retarget, settle } from './lifecycle';

/** Whose turn it is, by the rule of the ownership clock; empty when a field says nothing. */
export function departmentIn(state: IssueState, { ownership }: CompiledPolicy): string {
  const field = ownership?.field ?? null;
  return field === null ? state.project : (state.field(field)?.name ?? '');
}

/**
 * Takes note of who wrote the latest public comment, and lets the clock of later messages run from
 * it or stop by it. Nobody answers by an internal note, and neither do apps and bots: false then.
 */
export function hearComment(clocks: IncidentClocks, event: HistoryEvent): boolean {
  if (event.kind !== 'comment' || !event.isPublic) return false;
  const { policy, state } = clocks;
  const side = policy.isStaff(event.by, event.byApp, state.reporter)
    ? 'staff'
    : event.by !== null && !event.byApp && !policy.bots.has(event.by)
      ? 'client'
      : null;
  if (side === null) return false;
  state.lastComment = side;
  const rules = policy.nextResponse;
  if (rules === null) return true;
  const run = clocks.runs[SLOT.nextResponse];
  const stops = side === 'staff' || rules.from !== 'oldestUnanswered';
  if (run !== null && stops) answerMessage(clocks, run, event, side);
  const starts =
    rules.from === 'anyContact' || side === (rules.from === 'ourAnswer' ? 'staff' : 'client');
  if (state.isClosed) clocks.waitsSinceClosed = starts || (clocks.waitsSinceClosed && !stops);
  else if (starts && clocks.runs[SLOT.nextResponse] === null) waitForAnswer(clocks, event.at);
  return true;
}

/** Nobody waits while the issue is closed; whoever wrote then waits from its reopening on. */
export function hearReopening(clocks: IncidentClocks, at: Instant): void {
  if (!clocks.waitsSinceClosed) return;
  clocks.waitsSinceClosed = false;
  if (clocks.runs[SLOT.nextResponse] === null) waitForAnswer(clocks, at);
}

function waitForAnswer(clocks: IncidentClocks, at: Instant): void {
  begin(clocks, SLOT.nextResponse, clocks.doneOf(SLOT.nextResponse) + 1, at, 0);
}

function answerMessage(
  clocks: IncidentClocks,
  run: ClockRun,
  { at, by }: HistoryEvent,
  side: 'staff' | 'client',
): void {
  const going = retarget(clocks, run, at);
  going.stop(at, side === 'staff' ? 'publicComment' : 'clientComment', by);
  settle(clocks, going, at);
}
