import { isoOf } from '../../time';
import type { ClockName, CycleState } from '../judge/cycle';
import type { CycleRow } from './cycle-row';

/**
 * What the issue property `tam` says of the clocks, for JQL and boards: `tamClient = ACME`,
 * `slaState = breached`, `slaDue < now()`. Anybody who sees the issue can read it.
 */
export type TamProperty = {
  readonly client?: string;
  readonly slaState?: CycleState;
  /** Only where no promised clock is there: the department's time alone is measured. */
  readonly slaOwnership?: true;
  readonly slaResponse?: CycleState;
  readonly slaResolution?: CycleState;
  /** The next instant at which a running clock would be breached (ISO, UTC). */
  readonly slaDue?: string;
};

/** The worst first: what is asked first about an incident. */
const BY_URGENCY: readonly CycleState[] = [
  'breached',
  'running',
  'paused',
  'met',
  'noTarget',
  'excluded',
  'invalid',
];

/**
 * The property for the cycles of one incident; empty when there are none. A clock is in the state
 * of its last cycle, the whole is breached once any cycle was. `slaState` and `slaDue` are told by
 * every clock that the client is promised, the answer to a later message among them; how long a
 * department had the issue is no promise to him, and everybody who sees the issue reads this.
 *
 * Response met, resolution running till noon: `{ slaState: 'running', slaResponse: 'met', ... }`.
 */
export function tamProperty(clientKey: string, rows: readonly CycleRow[]): TamProperty {
  const cycles = rows.filter(({ clock }) => clock !== 'ownership');
  if (rows.length === 0) return {};
  const states = cycles.map(({ state, breachedAt }) => (breachedAt === null ? state : 'breached'));
  const response = stateOf(cycles, 'response');
  const resolution = stateOf(cycles, 'resolution');
  const due = nextDue(cycles);
  const worst = BY_URGENCY.find((state) => states.includes(state));
  return {
    client: clientKey,
    ...(worst === undefined ? { slaOwnership: true } : { slaState: worst }),
    ...(response === null ? {} : { slaResponse: response }),
    ...(resolution === null ? {} : { slaResolution: resolution }),
    ...(due === null ? {} : { slaDue: isoOf(due) }),
  };
}

function stateOf(cycles: readonly CycleRow[], clock: ClockName): CycleState | null {
  const last = cycles
    .filter((cycle) => cycle.clock === clock)
    .reduce<CycleRow | null>(
      (latest, cycle) => (latest === null || cycle.cycle > latest.cycle ? cycle : latest),
      null,
    );
  return last === null ? null : last.state;
}

function nextDue(cycles: readonly CycleRow[]): number | null {
  const dues = cycles.flatMap(({ state, dueAt }) =>
    state === 'running' && dueAt !== null ? [dueAt] : [],
  );
  return dues.length === 0 ? null : Math.min(...dues);
}
