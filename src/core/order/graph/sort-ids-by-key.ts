import type { LinkGraph } from './link-graph';

/**
 * Sorts ids by the keys of their issues, by project and then by number, so that lists are the same
 * every time; ids that no issue is known of come first.
 *
 * The ids of VIRT-1, NET-12 and NET-9: those of NET-9, NET-12, VIRT-1.
 */
export function sortIdsByKey(
  { issues }: Pick<LinkGraph, 'issues'>,
  ids: readonly string[],
): readonly string[] {
  const split = ids.map((id) => {
    const key = issues.get(id)?.key ?? '';
    const dash = key.lastIndexOf('-');
    return { id, project: key.slice(0, Math.max(0, dash)), number: Number(key.slice(dash + 1)) };
  });
  split.sort((a, b) => {
    if (a.project !== b.project) return a.project < b.project ? -1 : 1;
    return a.number - b.number || (a.id < b.id ? -1 : 1);
  });
  return split.map(({ id }) => id);
}
