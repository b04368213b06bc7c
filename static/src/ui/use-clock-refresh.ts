import { useEffect } from 'react';
import type { ClockView, SlaView } from '../../../src/contract/views';
import { allClocks } from './all-clocks';
import { nextTurn } from './clock-reading';
import type { Loaded } from './use-answer';
import { useRefreshWhileVisible } from './use-refresh';

/**
 * Others may change the incident unseen by this page: a running clock is asked for again this
 * often.
 */
const refreshMs = 5 * 60_000;
/** The app decides by its own clock that something is over; ask a moment after, not before. */
const graceMs = 2000;
/** Browsers fire longer timers at once. */
const longestTimerMs = 2 ** 31 - 1;

type WithClocks = { readonly now: string; readonly sla: SlaView | null };

/**
 * Asks again when a clock is due, when its calendar opens or closes, and now and then while one
 * runs.
 */
export function useClockRefresh(state: Loaded<WithClocks>, reload: () => void): void {
  const view = state.kind === 'ready' ? state.value : null;
  const clocks = view?.sla == null ? [] : allClocks(view.sla);
  const turnsIn = view === null ? null : soonest(clocks, Date.parse(view.now));
  useEffect(() => {
    if (turnsIn === null || turnsIn > longestTimerMs) return;
    const timer = setTimeout(reload, turnsIn + graceMs);
    return () => clearTimeout(timer);
  }, [turnsIn, reload]);
  const isRunning = clocks.some((clock) => clock.state === 'running');
  useRefreshWhileVisible(reload, isRunning ? refreshMs : null);
}

function soonest(clocks: readonly ClockView[], now: number): number | null {
  const turns = clocks.map((clock) => nextTurn(clock, now)).filter((at) => at !== null);
  return turns.length === 0 ? null : Math.min(...turns) - now;
}
