import type { IncidentHistory } from '../../core/sla/judge/history';
import type { JudgeInputs } from '../../core/sla/judge/judge-inputs';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { entriesBetween, ledgersOf } from '../../core/sla/verdict/ledger';
import type { Instant } from '../../core/time';
import type { FrozenLedger } from '../ports/ledger-port';
import type { IncidentPlan } from './list-incident-plans';

/** What rows of one incident were judged from. */
export type Judged = {
  readonly history: IncidentHistory;
  readonly plan: IncidentPlan;
  readonly inputs: JudgeInputs;
  readonly readAt: Instant;
};

/**
 * The ledgers of the cycles that this reading freezes, each told by its own clock from its start to
 * its stop. `rows` are those to be stored; what was frozen before keeps the ledger that it has.
 *
 * Created Mon 10:00, answered 10:30 and read at noon: one ledger, of the response, in the queue
 * from 10:00 to 10:30.
 */
export function frozenLedgers(
  rows: readonly CycleRow[],
  { history, plan, inputs, readAt }: Judged,
): FrozenLedger[] {
  const isMine = ({ clientProjectId, frozenAt }: CycleRow) =>
    clientProjectId === plan.project.id && frozenAt === readAt;
  const fresh = rows.filter(isMine);
  if (fresh.length === 0) return [];
  const ledgerOf = ledgersOf(history, plan.versions, readAt, inputs);
  return fresh.map((row) => {
    const { issueId, clientProjectId, clock, cycle, policyKey, startedAt, stoppedAt } = row;
    return {
      ...{ issueId, clientProjectId, clock, cycle, policyKey, frozenAt: readAt, cutAt: null },
      entries: entriesBetween(ledgerOf(clock), startedAt, stoppedAt ?? startedAt),
    };
  });
}
