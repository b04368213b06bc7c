import type { StatusRef } from '../../src/core/sla/judge/history';
import { readStatus } from '../../src/jira/wire/known-statuses';

/** Reads Jira's list of statuses; entries without id or name are passed over. */
export function knownStatuses(list: readonly unknown[]): Map<string, StatusRef> {
  const known = new Map<string, StatusRef>();
  for (const entry of list) {
    const status = readStatus(entry);
    if (status !== undefined) known.set(status.id, status);
  }
  return known;
}
