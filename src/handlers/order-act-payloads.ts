import * as v from 'valibot';
import type { OrderActRequest } from '../contract/order-acts';

/** Payloads of what is decided about the order of one issue. */

const Id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
const GatePick = v.picklist(['start', 'finish']);
// Looked at by the use case too; this only keeps nonsense out.
const Reason = v.pipe(v.string(), v.maxLength(4000));

export const IssuePass = v.object({
  gate: GatePick,
  reason: Reason,
  until: v.variant('kind', [
    v.object({ kind: v.literal('hours'), hours: v.picklist([1, 4, 24]) }),
    v.object({ kind: v.literal('date'), date: v.pipe(v.string(), v.isoDate()) }),
  ]),
});

export const RevokePass = v.object({ passId: v.pipe(v.string(), v.maxLength(64)) });

export const AskForPass = v.object({ gate: GatePick, reason: Reason });

/** Three years of working time and more mean a slip. */
const LONGEST_LAG_MS = 3 * 366 * 86_400_000;

const LagShape = v.variant('kind', [
  v.object({
    kind: v.literal('workingTime'),
    ms: v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(LONGEST_LAG_MS)),
  }),
  v.object({
    kind: v.literal('workingDays'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
  }),
]);

export const DecideOrder = v.variant('kind', [
  v.object({ kind: v.literal('confirmCancelled'), blockerId: Id }),
  v.object({
    kind: v.literal('setNotBefore'),
    at: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  }),
  v.object({ kind: v.literal('setLag'), blockerId: Id, lag: v.nullable(LagShape) }),
  v.object({ kind: v.picklist(['keepCopied', 'removeCopied', 'restoreLink']), blockerId: Id }),
  v.object({
    kind: v.literal('setExternal'),
    linkId: Id,
    state: v.picklist(['open', 'done']),
  }),
]) satisfies v.GenericSchema<OrderActRequest>;
