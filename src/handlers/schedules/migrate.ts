import * as v from 'valibot';
import { markProjects } from '../../usecases/settings/mark-projects';
import { inBackground } from '../edge-background';

const WRITES_AN_HOUR = 500;

/**
 * scheduledTrigger "migrate": makes the tables of a new version, within an hour of its arrival, and
 * marks the projects that are to be heard: those of a site from before there were marks, and what
 * Jira refused when it was saved.
 */
export const handler = inBackground('migrate', v.unknown(), async ({ env }) => {
  const made = await env.migrate();
  if (made.length > 0) env.log.info('migrated', { statements: made.length });
  await markProjects(env, WRITES_AN_HOUR);
});
