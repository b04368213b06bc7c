import type { HistoryEvent } from '../../core/sla/judge/history';

/**
 * All events in the order in which they happened: by time, at the same instant comments first, and
 * then by record id. Jira sends each list in order, newest or oldest first, so that turning and
 * merging the lists is enough nearly always; what is in no order is sorted. The lists are used up.
 */
export function eventsInOrder(changes: HistoryEvent[], comments: HistoryEvent[]): HistoryEvent[] {
  putInOrder(changes);
  putInOrder(comments);
  const events: HistoryEvent[] = [];
  let next = 0;
  for (const change of changes) {
    while (next < comments.length && (comments[next] as HistoryEvent).at <= change.at) {
      events.push(comments[next++] as HistoryEvent);
    }
    events.push(change);
  }
  while (next < comments.length) events.push(comments[next++] as HistoryEvent);
  return events;
}

function putInOrder(events: HistoryEvent[]): void {
  let rising = true;
  let falling = true;
  for (let index = 1; index < events.length; index++) {
    const event = events[index] as HistoryEvent;
    const before = events[index - 1] as HistoryEvent;
    if (event.record === before.record) continue;
    if (event.at <= before.at) rising = false;
    if (event.at >= before.at) falling = false;
  }
  if (rising) return;
  if (falling) turnRound(events);
  else events.sort((a, b) => a.at - b.at || idOf(a) - idOf(b));
}

/** The last record first; the changes of a record stay in their order. */
function turnRound(events: HistoryEvent[]): void {
  events.reverse();
  for (let from = 0, to = 1; from < events.length; from = to, to++) {
    const { record } = events[from] as HistoryEvent;
    while (to < events.length && (events[to] as HistoryEvent).record === record) to++;
    if (to - from > 1) reversePart(events, from, to - 1);
  }
}

function reversePart(events: HistoryEvent[], from: number, to: number): void {
  for (let low = from, high = to; low < high; low++, high--) {
    const kept = events[low] as HistoryEvent;
    events[low] = events[high] as HistoryEvent;
    events[high] = kept;
  }
}

/** What stands after the `c` of a comment's record is its id, too. */
function idOf(event: HistoryEvent): number {
  return Number(event.kind === 'comment' ? event.record.slice(1) : event.record);
}
