import type { LedgerChangeView } from '../../contract/ledger';
import type { RecountView } from '../../contract/sla-acts';
import type { LedgerChange } from '../../core/sla/verdict/ledger-difference';
import { isoOf } from '../../core/time';
import type { Env } from '../env';
import type { Recount } from '../ports/recount-port';
import { departmentNames, labelView } from './ledger-view';

/** Second verdicts for people. One read of the settings. */
export async function recountViews(
  env: Env,
  recounts: readonly Recount[],
): Promise<readonly RecountView[]> {
  const nameOf = await departmentNames(env);
  return recounts.map((recount) => recountView(recount, nameOf));
}

/** A second verdict for people. `nameOf` as `departmentNames` answers it. */
export function recountView(
  { clock, cycle, policyVersion, state, differences, because, at }: Recount,
  nameOf: (department: string) => string,
): RecountView {
  const { fields, changes, moreChanges } = differences;
  return {
    ...{ clock, cycle, policyVersion, state, because, moreChanges },
    at: isoOf(at),
    fields: fields.map(({ name, frozen, recount }) => ({
      name,
      frozen: shown(name, frozen),
      recount: shown(name, recount),
    })),
    changes: changes === null ? null : changes.map((change) => changeView(change, nameOf)),
  };
}

/** A stretch that two ledgers tell otherwise, for people. */
export function changeView(
  change: LedgerChange,
  nameOf: (department: string) => string,
): LedgerChangeView {
  return {
    from: isoOf(change.from),
    to: isoOf(change.to),
    frozen: change.old === null ? null : labelView(change.old, nameOf),
    now: change.new === null ? null : labelView(change.new, nameOf),
  };
}

function shown(name: string, value: string | number | null): string | number | null {
  return name.endsWith('At') && typeof value === 'number' ? isoOf(value) : value;
}
