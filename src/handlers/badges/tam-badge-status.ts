import * as v from 'valibot';
import { liveLog } from '../../usecases/live-env';
import { type BadgeStatus, readBadgeStatus } from '../../usecases/screens/read-badge-status';
import { describeError, openForLooker } from '../edge-background';

/** Forge docs, "Jira issue context": what a function of dynamic properties gets. */
const Payload = v.object({ extension: v.object({ issue: v.object({ id: v.string() }) }) });

type Lozenge = { readonly status?: { readonly type: 'lozenge'; readonly value: BadgeStatus } };

/** dynamicProperties of jira:issueContext "tam-badge": the lozenge while it is collapsed. */
export async function handler(payload: unknown, context: unknown): Promise<Lozenge> {
  try {
    const { extension } = v.parse(Payload, payload);
    const env = openForLooker(context);
    const value = env === null ? null : await readBadgeStatus(env, extension.issue.id);
    return value === null ? {} : { status: { type: 'lozenge', value } };
  } catch (error) {
    liveLog.warn('failed', { function: 'tam-badge-status', error: describeError(error) });
    return {};
  }
}
