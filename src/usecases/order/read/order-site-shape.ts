import * as v from 'valibot';
import type { OrderSite } from '../../../core/order/policy/order-site';
import { instant } from '../../../core/time';

const name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255));
const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
const atLeastNothing = v.pipe(v.number(), v.finite(), v.minValue(0));

const lag = v.variant('kind', [
  v.strictObject({
    kind: v.literal('workingTime'),
    ms: v.pipe(v.number(), v.finite(), v.minValue(1)),
  }),
  v.strictObject({
    kind: v.literal('workingDays'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
]);

const scope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('clientProjects'), ids: v.nullable(v.array(key)) }),
]);

const releasing = v.variant('kind', [
  v.strictObject({ kind: v.literal('wellKnown') }),
  v.strictObject({ kind: v.picklist(['only', 'allBut']), resolutionIds: v.array(key) }),
]);

const policy = v.strictObject({
  key,
  name,
  linkTypes: v.array(
    v.strictObject({ typeId: v.nullable(key), hardness: v.picklist(['hard', 'soft']) }),
  ),
  scope,
  gates: v.strictObject({ start: v.boolean(), finish: v.boolean() }),
  strict: v.boolean(),
  guard: v.picklist(['flag', 'moveBack']),
  releasing,
  followDuplicates: v.boolean(),
  lags: v.array(
    v.strictObject({ fromProjectKey: v.nullable(key), toProjectKey: v.nullable(key), lag }),
  ),
  inherit: v.strictObject({ toSubtasks: v.boolean(), fromEpic: v.boolean() }),
  epicDone: v.picklist(['itself', 'orAllChildren']),
  onUnknown: v.picklist(['warn', 'hold']),
  enforcedSince: v.nullable(v.pipe(v.number(), v.transform(instant))),
});

const rules = v.strictObject({
  policies: v.pipe(
    v.array(policy),
    v.check(
      (policies) => new Set(policies.map((each) => each.key)).size === policies.length,
      'two policies have the same key',
    ),
  ),
  statusMaps: v.record(key, v.record(key, v.picklist(['todo', 'inProgress', 'done']))),
  onUncertain: v.picklist(['allow', 'refuse']),
  freeAccountIds: v.array(key),
  portal: v.picklist(['allow', 'gate']),
  duplicateTypeId: v.nullable(key),
  clonersTypeId: v.nullable(key),
});

const handOver = v.strictObject({
  fromProjectKey: v.nullable(key),
  toProjectKey: v.nullable(key),
  fields: v.pipe(
    v.array(v.strictObject({ key, label: name, isRequired: v.boolean() })),
    v.minLength(1),
    v.maxLength(20),
  ),
  gatesFinish: v.boolean(),
});

/** The settings of the order, as the settings page sends them and KVS keeps them. */
export const orderSiteShape = v.strictObject({
  version: v.pipe(atLeastNothing, v.integer()),
  rules,
  calendars: v.record(key, v.strictObject({ policyKey: key, calendarKey: key })),
  commentsIn: v.array(key),
  handOvers: v.array(handOver),
}) satisfies v.GenericSchema<unknown, OrderSite>;
