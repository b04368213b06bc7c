import type { Instant, Millis } from '../time';
import type { IncidentHistory } from './history';

export type TimeInStatus = {
  /** Wall-clock milliseconds by status id. */
  readonly timeInStatus: { readonly [statusId: string]: Millis };
  readonly firstResponseAt: Instant | null;
};

/** What Jira's own fields Time in Status and First Response would say of this issue. */
export function timeInStatus(_history: IncidentHistory): TimeInStatus {
  throw new Error('not filled in yet');
}
