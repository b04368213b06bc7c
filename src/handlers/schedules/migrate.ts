import * as v from 'valibot';
import { inBackground } from '../edge-background';

/** scheduledTrigger "migrate": makes the tables of a new version, within an hour of its arrival. */
export const handler = inBackground('migrate', v.unknown(), async ({ env }) => {
  const made = await env.migrate();
  if (made.length > 0) env.log.info('migrated', { statements: made.length });
});
