import type { StatusCategory, StatusRef } from '../../core/sla/judge/history';

/** What the site knows beyond one issue: the statuses, and above all their categories, by id. */
export type KnownStatuses = ReadonlyMap<string, StatusRef>;

/** Learns from an issue what its own status, its parent's and its links' say about categories. */
export function learnStatuses(issue: unknown, known: Map<string, StatusRef>): void {
  const fields = member(issue, 'fields');
  const links = [member(fields, 'issuelinks'), member(fields, 'subtasks')].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const issues = [issue, member(fields, 'parent'), ...links];
  issues.push(...links.map((link) => member(link, 'inwardIssue') ?? member(link, 'outwardIssue')));
  for (const each of issues) {
    const status = readStatus(member(member(each, 'fields'), 'status'));
    if (status === undefined) continue;
    const before = known.get(status.id);
    if (before === undefined || before.category === 'unknown') known.set(status.id, status);
  }
}

/** A status as it stands in an issue or in the list of statuses. */
export function readStatus(value: unknown): StatusRef | undefined {
  const id = member(value, 'id');
  const name = member(value, 'name');
  if (typeof name !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
    return undefined;
  }
  return { id: String(id), name, category: categoryOf(member(value, 'statusCategory')) };
}

/** The REST API says `{ key: 'indeterminate' }`, the status search says `IN_PROGRESS`. */
function categoryOf(value: unknown): StatusCategory {
  const key = typeof value === 'string' ? value : member(value, 'key');
  switch (key) {
    case 'new':
    case 'TODO':
      return 'new';
    case 'indeterminate':
    case 'IN_PROGRESS':
      return 'indeterminate';
    case 'done':
    case 'DONE':
      return 'done';
    default:
      return 'unknown';
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
