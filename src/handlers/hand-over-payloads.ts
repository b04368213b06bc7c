import * as v from 'valibot';
import { LONGEST_FACT, LONGEST_RETURN_REASON } from '../core/order/hand-over/hand-over';

const Id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const Version = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Far beyond what a form has; the use case says what is too long in words. */
const MOST_FIELDS = 50;
const text = (points: number) => v.pipe(v.string(), v.maxLength(4 * points));

export const GiveHandOver = v.object({
  successorId: Id,
  version: Version,
  facts: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(255)), text(LONGEST_FACT)),
    v.maxEntries(MOST_FIELDS),
  ),
});

export const WithdrawHandOver = v.object({ successorId: Id, version: Version });

export const AcceptHandOver = v.object({ blockerId: Id, version: Version });

export const ReturnHandOver = v.object({
  blockerId: Id,
  version: Version,
  reason: text(LONGEST_RETURN_REASON),
});
