import type { ReadIssue } from '../graph/order-issue';
import type { OrderRules } from '../policy/order-policy';
import { categoryOf } from './category-of';

/**
 * Names everything of an issue that those who wait for it depend on: its category, since when, as
 * what it was closed, its links and its parent. Two readings with the same mark leave its
 * successors where they are.
 *
 * Another summary: the same mark. Another resolution: a new one.
 */
export function successorMark(rules: OrderRules, issue: ReadIssue): string {
  const category = categoryOf(rules, issue.key, issue.status);
  const links = issue.links.map(({ id, typeId, end }) => `${id} ${typeId} ${end}`).sort();
  return JSON.stringify([
    ...[issue.key, category, issue.status.id, issue.categorySince ?? null],
    ...[issue.resolution?.id ?? null, issue.isArchived === true, issue.parentId, links],
  ]);
}
