/**
 * JQL for issues whose summary holds these words, the last one perhaps unfinished, newest change
 * first; null when the text holds no word. Only letters and digits reach Jira: its text search has
 * operators of its own, and a quote must not end the string.
 *
 * `new VLAN "x` in projects 1 and 2:
 * `project in (1, 2) AND statusCategory != Done AND summary ~ "new VLAN x*" ORDER BY updated DESC`.
 */
export function textSearchJql(text: string, projectIds: readonly string[]): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const scope = projectIds.length === 0 ? '' : `project in (${projectIds.join(', ')}) AND `;
  return `${scope}statusCategory != Done AND summary ~ "${words.join(' ')}*" ORDER BY updated DESC`;
}
