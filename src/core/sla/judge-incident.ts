import type { Instant } from '../time';
import type { Cycle } from './cycle';
import type { HistoryEvent, IncidentHistory } from './history';
import { IncidentClocks } from './incident-clocks';
import type { CompiledPolicy } from './policy';

/**
 * Every cycle of both clocks of one incident, as of `now`: response first, then the resolution
 * cycles in order. Events after `now` are not looked at; an incident created after `now` has no
 * cycles. Working time in ms; instants in epoch ms; never negative, never NaN.
 *
 * Mon-Fri 09-18 Moscow, goal 4 h: created Fri 16:00, paused Fri 17:30 to Tue 10:00, done Tue 12:30
 * answers one resolution cycle: elapsed 4 h, paused 10.5 h, due Tue 12:30, met.
 */
export function judgeIncident(
  history: IncidentHistory,
  policy: CompiledPolicy,
  now: Instant,
): Cycle[] {
  return judgeUnder(history, [policy], now);
}

/**
 * The same under the versions of a policy, in the order of their effective dates: each cycle is
 * judged by the version that was valid when it started, so old cycles keep the old meaning. Cycles
 * from before the first version are judged by the first.
 */
export function judgeUnder(
  history: IncidentHistory,
  versions: readonly [CompiledPolicy, ...CompiledPolicy[]],
  now: Instant,
): Cycle[] {
  if (history.created > now) return [];
  const clocks = new IncidentClocks(history, versions);
  const { events } = history;
  let from = 0;
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as HistoryEvent;
    if (event.at > now) break;
    // The changes of one record happened at once: apply all of them, then judge once.
    if (events[index + 1]?.record === event.record) continue;
    clocks.apply(events, from, index);
    from = index + 1;
  }
  return clocks.finish(now);
}
