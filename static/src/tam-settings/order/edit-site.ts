import type {
  GatedLinkType,
  Hardness,
  OrderPolicy,
  OrderRules,
  StatusMap,
} from '../../../../src/core/order/policy/order-policy';
import { DEFAULT_POLICY } from '../../../../src/core/order/policy/order-policy';
import type { CalendarRef, OrderSite } from '../../../../src/core/order/policy/order-site';

/** What the parts of the tab have in common: the settings as edited, and how to change them. */
export type SiteProps = {
  readonly site: OrderSite;
  readonly change: (next: OrderSite) => void;
};

/** The settings with these rules changed. */
export function withRules(site: OrderSite, changes: Partial<OrderRules>): OrderSite {
  return { ...site, rules: { ...site.rules, ...changes } };
}

/** The settings with one policy changed. */
export function withPolicy(site: OrderSite, key: string, changes: Partial<OrderPolicy>): OrderSite {
  const policies = site.rules.policies.map((policy) =>
    policy.key === key ? { ...policy, ...changes } : policy,
  );
  return withRules(site, { policies });
}

/** The settings without this policy. */
export function withoutPolicy(site: OrderSite, key: string): OrderSite {
  return withRules(site, { policies: site.rules.policies.filter((it) => it.key !== key) });
}

/** One more policy as the app has it by default, under the first key that is free. */
export function withNewPolicy(site: OrderSite, name: (number: number) => string): OrderSite {
  const { policies } = site.rules;
  let number = policies.length + 1;
  while (policies.some((it) => it.key === `policy-${number}`)) number += 1;
  const policy = { ...DEFAULT_POLICY, key: `policy-${number}`, name: name(number) };
  return withRules(site, { policies: [...policies, policy] });
}

/** How a policy uses a link type. */
export function hardnessOf(
  { linkTypes }: Pick<OrderPolicy, 'linkTypes'>,
  typeId: string | null,
): Hardness | 'none' {
  return linkTypes.find((type) => type.typeId === typeId)?.hardness ?? 'none';
}

/** Link types of a policy, of which this one counts so, or not at all. */
export function withHardness(
  linkTypes: readonly GatedLinkType[],
  typeId: string | null,
  hardness: Hardness | 'none',
): readonly GatedLinkType[] {
  if (hardness === 'none') return linkTypes.filter((type) => type.typeId !== typeId);
  const changed = { typeId, hardness };
  if (!linkTypes.some((type) => type.typeId === typeId)) return [...linkTypes, changed];
  return linkTypes.map((type) => (type.typeId === typeId ? changed : type));
}

/** `category` null: as Jira has it. A map without entries goes. */
export function withStatus(
  site: OrderSite,
  projectKey: string,
  statusId: string,
  category: StatusMap[string] | null,
): OrderSite {
  const { [statusId]: _before, ...others } = site.rules.statusMaps[projectKey] ?? {};
  const map = category === null ? others : { ...others, [statusId]: category };
  const { [projectKey]: _map, ...maps } = site.rules.statusMaps;
  const isEmpty = Object.keys(map).length === 0;
  return withRules(site, { statusMaps: isEmpty ? maps : { ...maps, [projectKey]: map } });
}

/** The settings with the working time of one department. */
export function withCalendar(
  site: OrderSite,
  projectKey: string,
  calendar: CalendarRef | null,
): OrderSite {
  const { [projectKey]: _before, ...others } = site.calendars;
  return { ...site, calendars: calendar === null ? others : { ...others, [projectKey]: calendar } };
}

/** With the value if it was not among them, else without it. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
}

/** With another one in its place; null takes it away. */
export function replaced<T>(values: readonly T[], at: number, next: T | null): readonly T[] {
  return values.flatMap((value, index) => {
    if (index !== at) return [value];
    return next === null ? [] : [next];
  });
}
