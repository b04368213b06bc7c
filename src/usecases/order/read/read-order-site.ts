import * as v from 'valibot';
import type { BlockLinkType } from '../../../core/order/graph/block-links';
import type { OrderRules } from '../../../core/order/policy/order-policy';
import { DEFAULT_SITE, type OrderSite } from '../../../core/order/policy/order-site';
import type { Department } from '../../../core/project/client-project';
import type { Env } from '../../env';
import { orderSiteShape } from './order-site-shape';

export type OrderSetup = {
  readonly site: OrderSite;
  /** The site's rules, with the block link type that is set in place of "the one named Blocks". */
  readonly rules: OrderRules;
  readonly departments: readonly Department[];
  readonly blockType: BlockLinkType;
};

/** What the order depends on besides issues. Three reads of KVS, no SQL. */
export async function readOrderSetup(env: Env): Promise<OrderSetup> {
  const [site, departments, blockType] = await Promise.all([
    readOrderSite(env),
    env.settings.listDepartments(),
    env.settings.findBlockLinkTypeId(),
  ]);
  const departmentKeys = departments.map(({ projectKey }) => projectKey);
  const rules = withBlockType(site.rules, blockType);
  return { site: { ...site, departmentKeys }, rules, departments, blockType };
}

/**
 * The settings as they were saved, or the default. What cannot be read (a newer version of the app
 * wrote it) counts as the default and is logged: the rule must have an answer.
 */
export async function readOrderSite(env: Env): Promise<OrderSite> {
  const stored = await env.order.findSite();
  if (stored === null) return DEFAULT_SITE;
  const parsed = v.safeParse(orderSiteShape, stored);
  if (parsed.success) return parsed.output;
  env.log.warn('order settings cannot be read', { issues: parsed.issues.length });
  return DEFAULT_SITE;
}

/** The rules with the block link type that is set in place of "the one named Blocks". */
export function withBlockType(rules: OrderRules, blockType: BlockLinkType): OrderRules {
  if (blockType === null) return rules;
  const policies = rules.policies.map((policy) => ({
    ...policy,
    linkTypes: policy.linkTypes.map((type) =>
      type.typeId === null ? { ...type, typeId: blockType } : type,
    ),
  }));
  return { ...rules, policies };
}
