import type { HistoryEvent } from '../../core/sla/history';

/** The events of one record of a changelog, or one comment. */
export type ReadRecord = {
  readonly at: number;
  readonly id: string | number;
  readonly events: readonly HistoryEvent[];
};

/**
 * All events in the order in which they happened: by time, at the same instant comments first, and
 * then by record id. Jira sends each list in order, newest or oldest first, so that turning and
 * merging the lists is enough nearly always; what is in no order is sorted.
 */
export function eventsInOrder(changes: ReadRecord[], comments: ReadRecord[]): HistoryEvent[] {
  putInOrder(changes);
  putInOrder(comments);
  const events: HistoryEvent[] = [];
  let next = 0;
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index] as ReadRecord;
    while (next < comments.length && (comments[next] as ReadRecord).at <= change.at) {
      addAll(events, comments[next++] as ReadRecord);
    }
    addAll(events, change);
  }
  while (next < comments.length) addAll(events, comments[next++] as ReadRecord);
  return events;
}

function putInOrder(records: ReadRecord[]): void {
  let rising = true;
  let falling = true;
  for (let index = 1; index < records.length; index++) {
    const step = (records[index] as ReadRecord).at - (records[index - 1] as ReadRecord).at;
    if (step <= 0) rising = false;
    if (step >= 0) falling = false;
  }
  if (rising) return;
  if (falling) records.reverse();
  else records.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
}

function addAll(events: HistoryEvent[], { events: more }: ReadRecord): void {
  for (let index = 0; index < more.length; index++) events.push(more[index] as HistoryEvent);
}
