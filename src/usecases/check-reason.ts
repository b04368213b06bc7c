import type { Problem } from '../contract/answer';
import { isReason } from '../core/order/judge/pass';
import type { Texts } from './texts/texts';

const SHORTEST = 10;
const LONGEST = 1000;

/** Null for a reason that tells somebody something and fits, else what to show beside the field. */
export function checkReason(reason: string, texts: Texts): Problem | null {
  const length = [...reason.trim()].length;
  if (isReason(reason) && length <= LONGEST) return null;
  const text = length > LONGEST ? texts.reasonTooLong(LONGEST) : texts.reasonTooShort(SHORTEST);
  return { code: 'invalid', text: texts.formHasFaults, fields: { reason: text } };
}
