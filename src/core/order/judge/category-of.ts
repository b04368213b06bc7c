import type { Status, StatusCategory } from '../../issue';
import { projectKeyOf } from '../graph/order-issue';
import type { OrderRules } from '../policy/order-policy';

/**
 * The category that a status has for the order: its department's own, where an administrator has
 * set one right, else Jira's (order semantics D23).
 *
 * "Ready" (In Progress in Jira) of NET, mapped to `todo` there: todo for NET-12, not for UNIX-3.
 */
export function categoryOf(rules: OrderRules, issueKey: string, status: Status): StatusCategory {
  return rules.statusMaps[projectKeyOf(issueKey)]?.[status.id] ?? status.category;
}
