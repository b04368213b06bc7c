import { compileCalendar, type WorkingTime } from '../../../core/calendar/calendar';
import type { CalendarRef, OrderSite } from '../../../core/order/policy/order-site';
import { policyCalendars } from '../../../core/sla/policy/policy-calendars';
import type { Env } from '../../env';
import { readPolicyText } from '../../settings/policy-shape';

export type LagCalendars = (projectKey: string) => WorkingTime | null;

const NO_CALENDARS: LagCalendars = () => null;

/**
 * The calendars in which the lags of departments are counted, each the one of the latest version of
 * its SLA policy. One read of KVS a policy, and none where nobody has a lag. A calendar that is gone
 * counts every hour, and is logged.
 */
export async function readLagCalendars(
  env: Env,
  { calendars, rules }: Pick<OrderSite, 'calendars' | 'rules'>,
  hasOwnLags: boolean,
): Promise<LagCalendars> {
  if (!hasOwnLags && rules.policies.every(({ lags }) => lags.length === 0)) return NO_CALENDARS;
  const found = new Map<string, WorkingTime>();
  for (const [projectKey, ref] of Object.entries(calendars)) {
    const calendar = await findCalendar(env, ref);
    if (calendar === null) env.log.warn('calendar of a department is gone', { projectKey });
    else found.set(projectKey, calendar);
  }
  return (projectKey) => found.get(projectKey) ?? null;
}

async function findCalendar(env: Env, ref: CalendarRef): Promise<WorkingTime | null> {
  const stored = await env.settings.findPolicyText(ref.policyKey);
  const read = stored === null ? null : readPolicyText(stored.text);
  if (read === null || !read.ok) return null;
  const definition = policyCalendars(read.policy).find(({ key }) => key === ref.calendarKey);
  return definition === undefined ? null : compileCalendar(definition);
}
