import type { PassView } from '../../../src/contract/order-acts';
import { momentText } from '../i18n/moments';
import type { Speaker } from './why-text';

/** When it was used, when it was taken back and by whom, or until when it is or was good. */
export function passOutcome(
  { state, usedAt, revokedAt, revokedBy, expiresAt }: PassView,
  now: number,
  viewer: Speaker,
): string {
  const { pass: texts } = viewer.texts.order;
  const at = (moment: string) => momentText(Date.parse(moment), now, viewer);
  if (usedAt !== null) return texts.usedAt(at(usedAt));
  if (revokedAt !== null) return texts.revokedBy(revokedBy ?? texts.somebody, at(revokedAt));
  return state === 'expired' ? texts.expiredAt(at(expiresAt)) : texts.expires(at(expiresAt));
}
