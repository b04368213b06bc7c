import * as v from 'valibot';
import { refreshIssue } from '../../usecases/refresh-issue';
import { inBackground } from '../edge-background';

const RefreshJob = v.object({ body: v.object({ issueIds: v.array(v.string()) }) });

/** consumer "refresh-issue": brings what follows from a few issues up to date. */
export const handler = inBackground('refresh-issue', RefreshJob, async ({ env }, { body }) => {
  for (const issueId of body.issueIds) await refreshIssue(env, issueId);
});
