import type { OrderRules } from '../../../core/order/policy/order-policy';
import type { LinkType } from '../../ports/jira-port';

/** The link types that some policy gates; null stands for the one named "Blocks". */
export function orderTypes(
  { policies }: OrderRules,
  siteTypes: readonly LinkType[],
): readonly LinkType[] {
  const wanted = new Set(policies.flatMap(({ linkTypes }) => linkTypes.map((it) => it.typeId)));
  return siteTypes.filter(
    ({ id, name }) => wanted.has(id) || (wanted.has(null) && name.toLowerCase() === 'blocks'),
  );
}

/** JQL of the issues with a link of one of these types; null without a type. */
export function linkedJql(types: readonly LinkType[]): string | null {
  if (types.length === 0) return null;
  return `issueLinkType in (${types.map(({ name }) => JSON.stringify(name)).join(', ')})`;
}

/**
 * JQL of those of them that run: by Jira's category, or by what a department says of its statuses
 * (order semantics D23). What Jira has in progress and a department does not comes along.
 */
export function runningJql(linked: string, { statusMaps }: OrderRules): string {
  const mapped = Object.values(statusMaps).flatMap((map) =>
    Object.entries(map).flatMap(([statusId, category]) =>
      category === 'inProgress' ? [statusId] : [],
    ),
  );
  // Settings may hold anything that somebody once sent; Jira's ids of statuses are numbers.
  const ids = [...new Set(mapped)].filter((id) => /^\d+$/.test(id));
  const running = ['statusCategory = "In Progress"'];
  if (ids.length > 0) running.push(`status in (${ids.join(', ')})`);
  return `${linked} AND (${running.join(' OR ')})`;
}
