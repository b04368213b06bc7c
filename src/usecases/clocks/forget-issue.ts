import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import type { Env } from '../env';
import { rowsToWrite } from './keep-frozen';

/**
 * The issue is deleted, or hidden from the app: what was decided stays in the reports, without
 * names; the clocks that never stopped do not (SLA semantics C5.11). `stored` is everything that is
 * stored of it. Two statements at most, none where nothing is left to forget.
 */
export async function forgetIssue(
  env: Env,
  issueId: string,
  stored: readonly CycleRow[],
  readAt: Instant,
): Promise<void> {
  const kept = stored.filter(({ stoppedAt }) => stoppedAt !== null);
  const frozen = kept.map((row) => ({ ...row, frozenAt: row.frozenAt ?? readAt }));
  if (kept.length < stored.length || kept.some((row) => row.frozenAt === null)) {
    await env.sla.saveCycles(
      { issueIds: [issueId], clientProjectId: null, readAt },
      rowsToWrite(stored, frozen).map((row) => ({ ...row, computedAt: readAt })),
    );
  }
  if (kept.some(({ stoppedBy }) => stoppedBy !== null)) await env.sla.forgetPeople(issueId);
}
