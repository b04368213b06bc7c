import * as v from 'valibot';
import { runBackfill } from '../../usecases/backfill/run-backfill';
import { inBackground } from '../edge-background';

const BackfillJob = v.object({ body: v.object({ backfillId: v.string() }) });

/** consumer "backfill": takes the next steps of a backfill. */
export const handler = inBackground('backfill', BackfillJob, ({ env }, { body }) =>
  runBackfill(env, body.backfillId),
);
