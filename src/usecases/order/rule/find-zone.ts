import type { OrderSite } from '../../../core/order/policy/order-site';
import { policyCalendars } from '../../../core/sla/policy/policy-calendars';
import type { Env } from '../../env';
import { readPolicyText } from '../../settings/policy-shape';
import { readLagCalendars } from '../read/lag-calendars';

/**
 * The time zone in which a department reads times: that of the calendar of its lags, else the one
 * that all calendars of the site share; null where nothing tells. Reads KVS: one a department that
 * has a calendar, one page of policies besides.
 */
export async function findZone(
  env: Env,
  site: Pick<OrderSite, 'calendars' | 'rules'>,
  projectKey: string,
): Promise<string | null> {
  const { [projectKey]: own } = site.calendars;
  if (own !== undefined) {
    const calendars = { [projectKey]: own };
    const calendar = (await readLagCalendars(env, { ...site, calendars }, true))(projectKey);
    if (calendar !== null) return calendar.calendar.timeZone;
  }
  const zones = (await env.settings.listPolicyTexts()).flatMap(({ text }) => {
    const read = readPolicyText(text);
    return read.ok ? policyCalendars(read.policy).map(({ timeZone }) => timeZone) : [];
  });
  const [first, second] = new Set(zones);
  return first !== undefined && second === undefined ? first : null;
}
