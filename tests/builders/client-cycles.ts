import type { AnyCycle, Cycle } from '../../src/core/sla/judge/cycle';
import type { IncidentHistory } from '../../src/core/sla/judge/history';
import { judgeClocks, type Versions } from '../../src/core/sla/judge/judge-incident';
import type { Instant } from '../../src/core/time';

/** The cycles of the two clocks that a client sees: response first, then the resolution. */
export function clientCycles(history: IncidentHistory, versions: Versions, now: Instant): Cycle[] {
  return judgeClocks(history, versions, now).filter(isOfClient);
}

function isOfClient(cycle: AnyCycle): cycle is Cycle {
  return cycle.clock === 'response' || cycle.clock === 'resolution';
}
