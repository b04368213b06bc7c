import type { Answer } from '../../../contract/answer';
import type { OrderSite } from '../../../core/order/policy/order-site';
import type { UserEnv } from '../../env';
import { done, refuse, textsFor } from '../../problem';
import { auditSetting } from '../../settings/audit-setting';
import { readOrderSite } from '../read/read-order-site';
import { readOrderInput } from './order-input';
import { faultsOfSite } from './order-site-faults';

/** The sweep reads what was saved; a moment lets two quick changes share one. */
const SWEEP_IN_SECONDS = 5;

/**
 * Saves the settings of the order as a whole, as the next version, and has every issue looked at
 * anew. `invalid` names every thing at fault, one a line; `conflict`: somebody has saved since
 * `version` was shown, and nothing is written. Policies named in `switchOn` hold from now on: work
 * that runs already may go on (order semantics D51). Whoever calls has checked the rights.
 */
export async function saveOrderSite(
  env: UserEnv,
  input: unknown,
  switchOn: readonly string[],
): Promise<Answer<OrderSite>> {
  const texts = textsFor(env).orderSettings;
  const read = await readOrderInput(env, input);
  if (!read.ok) return read;
  const { site } = read.value;
  const before = await readOrderSite(env);
  if (before.version !== site.version) return refuse('conflict', texts.changedMeanwhile);
  const faults = await faultsOfSite(env, site, before);
  if (faults.length > 0) return refuse('invalid', faults.join('\n'));
  const now = env.now();
  const policies = site.rules.policies.map((policy) =>
    switchOn.includes(policy.key) ? { ...policy, enforcedSince: now } : policy,
  );
  const next = { ...site, version: site.version + 1, rules: { ...site.rules, policies } };
  if (!(await env.order.saveSite(next, site.version))) {
    return refuse('conflict', texts.changedMeanwhile);
  }
  await auditSetting(env, 'saveOrderSite', {
    version: next.version,
    policies: policies.map(({ key }) => key).join(' '),
    switchedOn: policies.flatMap(({ key }) => (switchOn.includes(key) ? [key] : [])).join(' '),
  });
  await env.queue.pushOrderSweep(SWEEP_IN_SECONDS);
  return done(next);
}
