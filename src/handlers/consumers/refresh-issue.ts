import * as v from 'valibot';
import { refreshIssue } from '../../usecases/refresh-issue';
import { inBackground } from '../edge-background';

const RefreshJob = v.object({ body: v.object({ issueId: v.string() }) });

/** consumer "refresh-issue": brings what follows from one issue up to date. */
export const handler = inBackground('refresh-issue', RefreshJob, ({ env }, { body }) =>
  refreshIssue(env, body.issueId),
);
