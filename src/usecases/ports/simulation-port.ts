import type { Simulation } from '../../core/sla/simulation/simulation';
import type { Instant } from '../../core/time';

/** What the list of runs says of one. */
export type SimulationSummary = {
  readonly id: string;
  readonly clientProjectId: string;
  /** Incidents created since so many months before `startedAt`. */
  readonly months: number;
  /** The two contracts with their versions, as they were called when it began. */
  readonly presentName: string;
  readonly otherName: string;
  readonly startedBy: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly flipCount: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** When it last took a step, or was pushed by hand. */
  readonly touchedAt: Instant;
};

/** A run of the contract simulator: how far it came, and what it found so far. */
export type SimulationRun = Omit<SimulationSummary, 'flipCount'> & {
  /** The other contract, a policy file. */
  readonly policyText: string;
  readonly page: string | null;
  readonly step: number;
  readonly result: Simulation;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly error: string | null;
};

/** Runs of the contract simulator (Forge SQL). They touch no verdict. */
export type SimulationPort = {
  /** Makes room first: of those that are over, the oldest go, so that `RUNS_KEPT` are left. */
  readonly addRun: (run: SimulationRun) => Promise<void>;
  readonly findRun: (id: string) => Promise<SimulationRun | null>;
  /** All of them, latest first, without what they found. */
  readonly listRuns: () => Promise<readonly SimulationSummary[]>;
  /** Compare-and-set on `step`, so that a step delivered twice counts once. */
  readonly saveRun: (run: SimulationRun, shownStep: number) => Promise<boolean>;
  /** Also one under way: its next step finds nothing to do. */
  readonly deleteRun: (id: string) => Promise<void>;
};

/** So many results can be opened again. */
export const RUNS_KEPT = 10;
