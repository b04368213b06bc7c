import type { RecountView } from '../contract/sla-acts';
import type { Recount } from './ports/recount-port';

/** Second verdicts for people. */
export function recountView({
  clock,
  cycle,
  policyVersion,
  state,
  differences,
}: Recount): RecountView {
  return {
    ...{ clock, cycle, policyVersion, state },
    fields: differences.fields.map(({ name, frozen, recount }) => ({
      name,
      frozen: shown(name, frozen),
      recount: shown(name, recount),
    })),
    intervals: differences.intervals.map(({ from, to, label }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      label,
    })),
  };
}

function shown(name: string, value: string | number | null): string | number | null {
  return name.endsWith('At') && typeof value === 'number' ? new Date(value).toISOString() : value;
}
