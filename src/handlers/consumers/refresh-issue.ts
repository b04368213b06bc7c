import * as v from 'valibot';
import { refreshIssue } from '../../usecases/clocks/refresh-issue';
import { refreshOrder } from '../../usecases/order/follow/refresh-order';
import { withOneSetup } from '../../usecases/order/read/with-one-setup';
import { refreshChanged } from '../../usecases/refresh-changed';
import { inBackground } from '../edge-background';

const Project = v.object({ id: v.string(), key: v.string(), name: v.string() });

/** What an event has told, or issues to be looked at whatever has happened. */
const RefreshJob = v.object({
  body: v.union([
    v.object({
      changes: v.array(
        v.object({
          issueId: v.string(),
          project: v.nullable(Project),
          fields: v.array(v.string()),
          deletion: v.exactOptional(v.object({ by: v.nullable(v.string()) })),
        }),
      ),
    }),
    v.object({ issueIds: v.array(v.string()) }),
    v.object({ orderIds: v.array(v.string()) }),
  ]),
});

/** consumer "refresh-issue": brings what follows from a few issues up to date. */
export const handler = inBackground('refresh-issue', RefreshJob, async ({ env }, { body }) => {
  if ('changes' in body) {
    const world = withOneSetup(env);
    for (const change of body.changes) await refreshChanged(world, change);
    return;
  }
  if ('orderIds' in body) {
    const world = withOneSetup(env);
    for (const issueId of body.orderIds) await refreshOrder(world, issueId);
    return;
  }
  for (const issueId of body.issueIds) await refreshIssue(env, issueId);
});
