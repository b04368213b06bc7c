import * as v from 'valibot';
import type { GroupCounts } from '../../usecases/ports/report-queries';
import { wholeNumber } from '../sql';
import { storedClock, storedInstant, storedMillis, storedState } from './sla-row';

/**
 * A row of one of the parts of the statement behind `countGroups`; the first part names the
 * columns.
 */
export const groupRow = v.variant('kind', [
  v.object({
    kind: v.literal('group'),
    clock: storedClock,
    place: v.string(),
    priority: v.nullable(v.string()),
    verdict: storedState,
    number: wholeNumber,
    one: wholeNumber,
    two: wholeNumber,
  }),
  v.object({
    kind: v.literal('trend'),
    clock: storedClock,
    number: wholeNumber,
    one: wholeNumber,
    two: wholeNumber,
  }),
  v.object({
    kind: v.literal('durations'),
    clock: storedClock,
    verdict: v.picklist(['all', 'department', 'priority']),
    place: v.nullable(v.string()),
    number: wholeNumber,
    one: storedMillis,
    two: storedMillis,
  }),
  v.object({
    kind: v.picklist(['previous', 'open']),
    clock: storedClock,
    one: wholeNumber,
    two: wholeNumber,
  }),
  v.object({ kind: v.literal('reopened'), number: wholeNumber }),
  v.object({ kind: v.literal('computed'), one: v.nullable(storedInstant) }),
  v.object({ kind: v.literal('history'), number: wholeNumber }),
  v.object({ kind: v.literal('backfill'), number: wholeNumber, one: v.nullable(wholeNumber) }),
]);

type List = 'groups' | 'trend' | 'durations' | 'previous' | 'open';

/** Sorts the rows into what they are about. */
export function groupCounts(rows: readonly v.InferOutput<typeof groupRow>[]): GroupCounts {
  const counts = { groups: [], trend: [], durations: [], previous: [], open: [] } as {
    -readonly [list in List]: GroupCounts[list][number][];
  };
  let fresh: Omit<GroupCounts, List> = {
    ...{ computedAt: null, backfill: null, historyRead: false, reopenedLater: 0 },
  };
  for (const row of rows) {
    switch (row.kind) {
      case 'group': {
        const isOwned = row.clock === 'ownership';
        counts.groups.push({
          clock: row.clock,
          projectId: isOwned ? null : row.place,
          department: isOwned ? row.place : null,
          ...{ priorityName: row.priority, state: row.verdict, count: row.number },
          ...{ extended: row.one, changedLate: row.two },
        });
        break;
      }
      case 'trend':
        counts.trend.push({
          ...{ clock: row.clock, bucket: row.number, met: row.one, breached: row.two },
        });
        break;
      case 'durations':
        counts.durations.push({
          ...{ clock: row.clock, of: row.verdict, name: row.place, n: row.number },
          ...{ p50Ms: row.one, p90Ms: row.two },
        });
        break;
      case 'previous':
        counts.previous.push({ clock: row.clock, met: row.one, breached: row.two });
        break;
      case 'open':
        counts.open.push({ clock: row.clock, breached: row.one, dueSoon: row.two });
        break;
      case 'reopened':
        fresh = { ...fresh, reopenedLater: row.number };
        break;
      case 'computed':
        fresh = { ...fresh, computedAt: row.one };
        break;
      case 'history':
        fresh = { ...fresh, historyRead: row.number > 0 };
        break;
      default:
        fresh = { ...fresh, backfill: { done: row.number, total: row.one } };
    }
  }
  return { ...counts, ...fresh };
}
