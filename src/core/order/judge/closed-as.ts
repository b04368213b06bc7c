import type { Named } from '../../issue';
import type { OrderIssue } from '../graph/order-issue';
import type { ReleasingRule } from '../policy/order-policy';

/** Resolutions (and statuses) as Jira ships or teams call them that do not mean "the work is done". */
const NOT_DONE = new Set([
  ...["won't do", "won't fix", 'wont do', 'wont fix', 'cancelled', 'canceled', 'declined'],
  ...['rejected', 'abandoned', 'invalid', 'incomplete', 'cannot reproduce', 'obsolete'],
  ...['не будет сделано', 'не будет исправлено', 'отменено', 'отменена', 'отклонено', 'отклонена'],
  ...['не воспроизводится', 'неполно', 'устарело', 'отмена', 'отказ'],
]);
const DUPLICATE = new Set(['duplicate', 'duplicated', 'дубликат', 'дубль', 'повтор']);

/**
 * What a done blocker was closed as when that does not let its successors start; null when it does
 * (order semantics D10). Without a resolution the name of the status tells, and only by `wellKnown`.
 *
 * Done with resolution "Won't Do": that resolution. Done with "Done", or with none: null.
 */
export function closedAs({ resolution, status }: OrderIssue, rule: ReleasingRule): Named | null {
  if (rule.kind === 'wellKnown') {
    const as = resolution ?? status;
    return isNotDone(as.name) || isDuplicate(as) ? { id: as.id, name: as.name } : null;
  }
  if (resolution == null) return null;
  const isListed = rule.resolutionIds.includes(resolution.id);
  return isListed === (rule.kind === 'only') ? null : resolution;
}

/**
 * Was it closed because another issue does the same?
 *
 * `Duplicate` and `Дубликат` are, `Won't Do` is not.
 */
export function isDuplicate({ name }: Named): boolean {
  return DUPLICATE.has(plain(name));
}

function isNotDone(name: string): boolean {
  return NOT_DONE.has(plain(name));
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll('’', "'");
}
