import type { IncidentHistory, StatusRef } from '../../core/sla/history';

/** Something in the input that was not as expected, and what was done about it. */
export type InputNote = { readonly issue: string; readonly what: string; readonly done: string };

/** What the site knows beyond the issue: the categories of statuses that an issue has left. */
export type KnownStatuses = ReadonlyMap<string, StatusRef>;

export type ParsedHistory = {
  /** null when the issue cannot be judged at all; a note says why. */
  readonly history: IncidentHistory | null;
  readonly notes: readonly InputNote[];
};

/** Parses one REST v3 issue with `fields`, `changelog` and comments. Never throws on bad input. */
export function parseIssueHistory(_issue: unknown, _statuses: KnownStatuses): ParsedHistory {
  throw new Error('not filled in yet');
}
