import type { Simulation } from '../../core/sla/simulate';
import type { Instant } from '../../core/time';

/** A run of the contract simulator: how far it came, and what it found so far. */
export type SimulationRun = {
  readonly id: string;
  readonly clientProjectId: string;
  /** Incidents created since so many months before `startedAt`. */
  readonly months: number;
  /** The other contract, a policy file. */
  readonly policyText: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly page: string | null;
  readonly step: number;
  readonly done: number;
  readonly total: number | null;
  readonly result: Simulation;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly error: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
};

/** Runs of the contract simulator (Forge SQL). They touch no verdict. */
export type SimulationPort = {
  /** False when one is under way: one at a time, and only the latest is kept. */
  readonly addRun: (run: SimulationRun) => Promise<boolean>;
  readonly findRun: (id: string) => Promise<SimulationRun | null>;
  readonly findLatestRun: () => Promise<SimulationRun | null>;
  /** Compare-and-set on `step`, so that a step delivered twice counts once. */
  readonly saveRun: (run: SimulationRun, shownStep: number) => Promise<boolean>;
};
