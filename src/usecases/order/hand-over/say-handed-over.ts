import type { Issue } from '../../../core/issue';
import { type HandOver, isHandedOver } from '../../../core/order/hand-over/hand-over';
import { handOverLine } from '../../../core/order/hand-over/hand-over-text';
import { plainText } from '../../../core/order/rule/plain-text';
import { departmentName } from '../../../core/project/hidden-items';
import type { Env } from '../../env';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import type { OrderSetup } from '../read/read-order-site';
import { isOpenToAll } from '../rule/name-blockers';

const LONGEST = 800;

/**
 * What finished blockers have handed over to an issue, a sentence each, for its "you may start": it
 * was written for whoever does this work, so it is said where a blocker itself may not be named,
 * then by department. One statement of SQL, none where no department hands over.
 */
export async function sayHandedOver(
  env: Env,
  issueId: string,
  blockerIds: readonly string[],
  read: readonly Issue[],
  setup: OrderSetup,
): Promise<readonly string[]> {
  if (setup.site.handOvers.length === 0 || blockerIds.length === 0) return [];
  const rows = await env.order.listHandOversOf([issueId]);
  const texts = HAND_OVER_TEXTS[await env.settings.findLanguage()];
  return rows
    .filter((row) => row.successorId === issueId && blockerIds.includes(row.blockerId))
    .filter((row) => isHandedOver(row) && handOverLine(row.facts) !== '')
    .map((row) => {
      const facts = plainText(handOverLine(row.facts), LONGEST);
      return texts.facts(senderOf(row, read, setup), facts);
    });
}

function senderOf(
  { blockerId, blockerKey }: HandOver,
  read: readonly Issue[],
  { departments }: OrderSetup,
): string {
  const blocker = read.find(({ id }) => id === blockerId);
  if (blocker === undefined) return blockerKey.slice(0, blockerKey.lastIndexOf('-'));
  const department = departmentName(blocker, departments);
  return isOpenToAll(blocker, departments) ? blocker.key : department;
}
