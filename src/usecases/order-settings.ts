import type { BlockLinkType } from '../core/order/block-links';
import type { Department } from '../core/project/client-project';
import type { Env } from './env';

export type OrderSettings = {
  readonly departments: readonly Department[];
  readonly blockType: BlockLinkType;
};

/** What the order depends on besides Jira. Two reads of KVS. */
export async function readOrderSettings(env: Env): Promise<OrderSettings> {
  const [departments, blockType] = await Promise.all([
    env.settings.listDepartments(),
    env.settings.findBlockLinkTypeId(),
  ]);
  return { departments, blockType };
}
