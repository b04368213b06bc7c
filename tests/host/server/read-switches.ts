import * as v from 'valibot';
import type { EventSwitches } from '../forge/forge';
import type { JiraSettings } from '../jira/jira';
import { BadHostCall } from './host-call';

export type Switches = EventSwitches & Pick<JiraSettings, 'indexLagMs' | 'rateLimitNext'>;

const NO_RATE_LIMIT: JiraSettings['rateLimitNext'] = {
  count: 0,
  reason: 'jira-burst-based',
  retryAfterS: 1,
};

const between = (least: number, most: number, what: string) => {
  const message = `${what} from ${least} to ${most}`;
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
};
const ms = v.exactOptional(between(0, 86_400_000, 'milliseconds'));
const rate = v.exactOptional(between(0, 1, 'a share'));

const RateLimit = v.strictObject({
  count: v.pipe(between(0, 1_000, 'a number of calls'), v.integer('a whole number of calls')),
  reason: v.exactOptional(
    v.picklist([
      'jira-quota-global-based',
      'jira-quota-tenant-based',
      'jira-burst-based',
      'jira-per-issue-on-write',
    ]),
    NO_RATE_LIMIT.reason,
  ),
  retryAfterS: v.exactOptional(between(0, 86_400, 'seconds'), NO_RATE_LIMIT.retryAfterS),
});

const SwitchChange = v.strictObject({
  indexLagMs: ms,
  eventDelayMs: ms,
  duplicateEvents: rate,
  reorderEvents: rate,
  loseEvents: rate,
  rateLimitNext: v.exactOptional(v.nullable(RateLimit)),
});

/** Which switches are to be turned; a `rateLimitNext` of null ends the 429s. Throws BadHostCall. */
export function readSwitches(body: unknown): Partial<Switches> {
  const parsed = v.safeParse(SwitchChange, body);
  if (!parsed.success) {
    const told = parsed.issues.map((one) => `${v.getDotPath(one) ?? 'the body'}: ${one.message}`);
    throw new BadHostCall(told.join('; '));
  }
  const { rateLimitNext, ...others } = parsed.output;
  if (rateLimitNext === undefined) return others;
  return { ...others, rateLimitNext: rateLimitNext ?? { ...NO_RATE_LIMIT } };
}
