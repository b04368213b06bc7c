import { createHash } from 'node:crypto';
import { type CycleRow, cycleRows } from '../core/sla/cycle-row';
import type { IncidentHistory } from '../core/sla/history';
import { judgeIncident } from '../core/sla/judge-incident';
import type { Instant } from '../core/time';
import type { IncidentPlan } from './list-incident-plans';

/** The rows of one incident under one plan, as of the moment that Jira was read. */
export function judgeCycles(
  history: IncidentHistory,
  plan: IncidentPlan,
  readAt: Instant,
): CycleRow[] {
  return cycleRows(history, judgeIncident(history, plan.policy, readAt), {
    clientProjectId: plan.project.id,
    policyKey: plan.policy.policy.key,
    inputHash: createHash('sha256')
      .update(JSON.stringify([plan.policy.policy.key, plan.policy.policy.version, history]))
      .digest('hex'),
    computedAt: readAt,
    isPublished: false,
  });
}

/**
 * Do both lists say the same? An open clock's elapsed time is not compared: it grows by itself,
 * and whoever shows it adds what has passed since.
 */
export function sameVerdicts(stored: readonly CycleRow[], judged: readonly CycleRow[]): boolean {
  const left = stored.map(verdict).sort();
  const right = judged.map(verdict).sort();
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

function verdict(row: CycleRow): string {
  const { computedAt, isPublished, elapsedMs, pausedMs, ...rest } = row;
  const lasting = row.stoppedAt === null ? rest : { ...rest, elapsedMs, pausedMs };
  return JSON.stringify(Object.entries(lasting).sort(([a], [b]) => (a < b ? -1 : 1)));
}
