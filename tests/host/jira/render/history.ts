import type { JiraState } from '../state/state';
import type { History } from '../state/types';
import { jiraTime } from './dates';
import { userById } from './names';

/** A history as GET changelog and expand=changelog carry it. A history may have no author. */
export function historyBody(
  state: JiraState,
  history: History,
  timeZone: string,
): Record<string, unknown> {
  const author = userById(state, history.authorId);
  return {
    id: history.id,
    ...(author === null ? {} : { author }),
    created: jiraTime(history.created, timeZone),
    items: history.items,
  };
}

/** By time, then id: ids alone are not in time order in real data. */
export function oldestFirst(histories: readonly History[]): History[] {
  return [...histories].sort((a, b) => a.created - b.created || Number(a.id) - Number(b.id));
}
