import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import type { IssueChange } from '../../ports/queue-port';
import { readOrderSetup } from '../read/read-order-site';
import { lookAtParent } from './look-at-parent';
import { noteDeleted } from './note-gone';
import { noteHidden } from './note-unreadable-link';
import { refreshOrder } from './refresh-order';
import { lookBehindOriginal } from './stand-ins';

/** Fields that no place in the order depends on; what has no fields was created, or is gone. */
const NO_ORDER = new Set([
  ...['summary', 'description', 'priority', 'labels', 'Component', 'Fix Version', 'Sprint'],
  ...['Rank', 'Attachment', 'Comment', 'timespent', 'timeestimate', 'WorklogId'],
]);

/** Fields that may put an issue into the order: the app may read it now, or it has a parent now. */
const MAY_APPEAR = new Set(['security', 'Parent', 'IssueParentAssociation']);

/**
 * Looks at an issue that has changed, where its place in the order may have: one that has a place,
 * or may have got one. Of what is created only where blockers are handed down to children; links
 * have events of their own. Besides, see `lookAtParent` and `lookBehindOriginal`; for all others no
 * call but reads of KVS.
 */
export async function lookAtChange(
  env: Env,
  change: IssueChange,
  place: OrderState | null,
): Promise<void> {
  const { issueId, fields, deletion } = change;
  if (deletion === undefined) await lookAtParent(env, change);
  await lookBehindOriginal(env, change);
  if (place !== null) {
    if (deletion !== undefined) await noteDeleted(env, place, deletion.by);
    else if (fields.includes('security')) await noteHidden(env, place);
    const concerns = fields.length === 0 || fields.some((field) => !NO_ORDER.has(field));
    if (concerns) await refreshOrder(env, issueId, place);
    return;
  }
  const mayAppear = fields.some((field) => MAY_APPEAR.has(field));
  if (mayAppear || (fields.length === 0 && (await isHandedDown(env)))) {
    await refreshOrder(env, issueId);
  }
}

async function isHandedDown(env: Env): Promise<boolean> {
  const { policies } = (await readOrderSetup(env)).rules;
  return policies.some(({ inherit }) => inherit.toSubtasks || inherit.fromEpic);
}
