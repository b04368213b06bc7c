import type { Issue } from '../../lib/jira-types';

/** Cards whose key, summary or assignee holds the words, e.g. "net-1" or "anna". */
export function filterCards(issues: Issue[], words: string): Issue[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return issues;
  return issues.filter(({ key, fields }) =>
    [key, fields.summary, fields.assignee?.displayName ?? ''].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}
