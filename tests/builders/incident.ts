import type { HistoryEvent, IncidentHistory, StatusRef } from '../../src/core/sla/judge/history';
import { type Instant, instant } from '../../src/core/time';

/** Wall-clock time in Moscow, which is three hours ahead of UTC all year. */
export const moscow = (local: string): Instant => instant(Date.parse(`${local}:00+03:00`));

export const OPEN: StatusRef = { id: '1', name: 'Open', category: 'new' };
export const WORKING: StatusRef = { id: '3', name: 'In Progress', category: 'indeterminate' };
export const WAITING: StatusRef = {
  id: '4',
  name: 'Waiting for client',
  category: 'indeterminate',
};
export const DONE: StatusRef = { id: '5', name: 'Done', category: 'done' };

export const HIGH = { id: '2', name: 'High' };
export const LOW = { id: '4', name: 'Low' };

/** An incident without changes: High, created on Mon 2026-11-23 at 10:00 in Moscow. */
export function incident(changes: Partial<IncidentHistory> = {}): IncidentHistory {
  return {
    issueId: '10001',
    key: 'SUP-1',
    projectId: '10100',
    projectKey: 'SUP',
    issueTypeAtCreation: { id: '10', name: 'Incident' },
    created: moscow('2026-11-23T10:00'),
    reporterId: 'client',
    statusAtCreation: OPEN,
    priorityAtCreation: HIGH,
    resolutionAtCreation: null,
    events: [],
    resolvedAt: null,
    ...changes,
  };
}

const base = (at: Instant, by: string) => ({ at, record: String(at), by, byApp: false });

export const statusChange = (at: Instant, from: StatusRef, to: StatusRef): HistoryEvent => ({
  ...base(at, 'anna'),
  kind: 'status',
  from,
  to,
});

export const comment = (at: Instant, by = 'anna'): HistoryEvent => ({
  ...base(at, by),
  kind: 'comment',
  isPublic: true,
});

/** The same comment, hidden from the client. */
export const note = (at: Instant, by = 'anna'): HistoryEvent => ({
  ...base(at, by),
  kind: 'comment',
  isPublic: false,
});

/** That note once it was made public, or a comment that was edited: Jira does not tell which. */
export const edited = (at: Instant, editedAt: Instant, by = 'anna'): HistoryEvent => ({
  ...base(at, by),
  kind: 'comment',
  isPublic: true,
  editedAt,
});

export const priorityChange = (at: Instant): HistoryEvent => ({
  ...base(at, 'anna'),
  kind: 'priority',
  from: HIGH,
  to: LOW,
});

/** A record of a link; by default `This issue is blocked by NET-12`. */
export const linkChange = (
  at: Instant,
  change: 'added' | 'removed',
  otherKey: string,
  text = `This issue is blocked by ${otherKey}`,
): HistoryEvent => ({ ...base(at, 'anna'), kind: 'link', change, otherKey, text });
