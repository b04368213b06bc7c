import type { IncidentHistory } from '../../core/sla/judge/history';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import { enteredFrom, type LeftPlan } from './contract-moves';
import type { Judged } from './frozen-ledgers';
import { type CycleInputs, judgeCycles } from './judge-cycles';
import { keepFrozen } from './keep-frozen';
import type { IncidentPlan } from './list-incident-plans';

/**
 * The rows of one incident under the plans that select it, and under those that it leaves now: what
 * such a contract has lost is over there for good, and later readings find it stored. `inputsOf`
 * tells everything but moves between contracts, which follow from `stored`.
 */
export function judgePlans(
  history: IncidentHistory,
  { mine, lefts }: { readonly mine: readonly IncidentPlan[]; readonly lefts: readonly LeftPlan[] },
  stored: readonly CycleRow[],
  inputsOf: (plan: IncidentPlan) => CycleInputs,
  readAt: Instant,
): { readonly judged: readonly Judged[]; readonly rows: readonly CycleRow[] } {
  const judgedAs = (plan: IncidentPlan, known: readonly CycleRow[], moves: CycleInputs): Judged => {
    const entered = enteredFrom(plan, known);
    const inputs = { ...inputsOf(plan), ...moves, ...(entered === undefined ? {} : { entered }) };
    return { history, plan, inputs, readAt };
  };
  const rowsOf = ({ plan, inputs }: Judged) => judgeCycles(history, plan, readAt, inputs);
  const leaving = lefts.map(({ plan, left }) => judgedAs(plan, stored, { left }));
  const gone = leaving.flatMap(rowsOf).map((row) => ({ ...row, frozenAt: row.frozenAt ?? readAt }));
  const projects = new Set(gone.map(({ clientProjectId }) => clientProjectId));
  const others = stored.filter(({ clientProjectId }) => !projects.has(clientProjectId));
  const known = keepFrozen(stored, [...others, ...gone], new Map());
  const staying = mine.map((plan) => judgedAs(plan, known, {}));
  return { judged: [...leaving, ...staying], rows: [...gone, ...staying.flatMap(rowsOf)] };
}
