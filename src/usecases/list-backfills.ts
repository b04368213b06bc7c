import type { BackfillView } from '../contract/tam-settings';
import type { Env } from './env';

/** The latest backfills of all client projects, newest first. */
export function listBackfills(_env: Env): Promise<readonly BackfillView[]> {
  return Promise.reject(new Error('not filled in yet'));
}
