import type { Lag } from '../../../src/core/order/policy/order-policy';
import type { Texts } from '../i18n/en';

const HOUR_MS = 3_600_000;

/** "2 working days" */
export function lagText(lag: Lag, { order }: Texts): string {
  return lag.kind === 'workingDays'
    ? order.times.days(lag.days)
    : order.times.hours(Math.max(1, Math.round(lag.ms / HOUR_MS)));
}
