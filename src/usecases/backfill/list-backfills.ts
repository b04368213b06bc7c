import type { BackfillView } from '../../contract/tam-settings';
import { isoOf, isoOrNull } from '../../core/time';
import type { Env } from '../env';

/** The latest backfills of all client projects, newest first. Two SQL statements. */
export async function listBackfills(env: Env): Promise<readonly BackfillView[]> {
  const [backfills, projects] = await Promise.all([
    env.sla.listBackfills(),
    env.projects.listProjects(),
  ]);
  const keys = new Map(projects.map(({ id, key }) => [id, key]));
  return backfills.map((backfill) => ({
    id: backfill.id,
    clientProjectKey: keys.get(backfill.clientProjectId) ?? '?',
    state: backfill.state,
    done: backfill.done,
    total: backfill.total,
    startedAt: isoOf(backfill.startedAt),
    finishedAt: isoOrNull(backfill.finishedAt),
    skipped: backfill.skipped,
    error: backfill.error,
  }));
}
