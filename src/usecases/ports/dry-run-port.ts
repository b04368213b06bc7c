import type { DryRun, RefusedStart } from '../../core/order/past/dry-run';
import type { PastIssue } from '../../core/order/past/past-links';
import type { OrderRules } from '../../core/order/policy/order-policy';
import type { CalendarRef } from '../../core/order/policy/order-site';
import type { Instant } from '../../core/time';

/** An issue's past with its parent of now: what tells its client project. */
export type PastStep = PastIssue & { readonly parentId: string | null };

/** A dry run of the order's rules on the past: what was asked, how far it came, what it found. */
export type DryRunRun = {
  readonly id: string;
  readonly startedBy: string;
  readonly days: number;
  /** As they were when it began; `null` link types are resolved. */
  readonly rules: OrderRules;
  readonly calendars: { readonly [projectKey: string]: CalendarRef };
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Where the walk over the issues stands. */
  readonly page: string | null;
  /** How many pages of pasts are kept. */
  readonly pages: number;
  readonly done: number;
  readonly total: number | null;
  /** Issues whose past cannot be read. */
  readonly unreadable: number;
  readonly error: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** When it last took a step, or was pushed by hand. */
  readonly touchedAt: Instant;
  readonly found: FoundInPast | null;
};

export type FoundInPast = Omit<DryRun, 'refused'> & {
  readonly refusedCount: number;
  /** The first by time; at most `REFUSED_KEPT`. */
  readonly refused: readonly KeptStart[];
};

export type KeptStart = Omit<RefusedStart, 'by' | 'blockerKeys'> & {
  readonly blockers: readonly { readonly id: string; readonly key: string }[];
};

/**
 * Dry runs (Forge KVS). Steps of one run never overlap, and a step that is taken twice writes the
 * same again; what stops a run is kept apart from it, so that no step can undo it.
 */
export type DryRunPort = {
  /** Makes room first: of those that are over, the oldest go, so that `DRY_RUNS_KEPT` are left. */
  readonly addRun: (run: DryRunRun) => Promise<void>;
  /** One that was stopped is `cancelled`. */
  readonly findRun: (id: string) => Promise<DryRunRun | null>;
  /** All of them, latest first. */
  readonly listRuns: () => Promise<readonly DryRunRun[]>;
  /** False when it was stopped or deleted meanwhile. */
  readonly saveRun: (run: DryRunRun) => Promise<boolean>;
  readonly stopRun: (id: string, at: Instant) => Promise<void>;
  /** With its pages. */
  readonly deleteRun: (id: string) => Promise<void>;
  /** Keeps the pasts behind so many pages; answers how many pages there are then. */
  readonly keepPasts: (id: string, pages: number, pasts: readonly PastStep[]) => Promise<number>;
  readonly listPasts: (id: string, pages: number) => Promise<readonly PastStep[]>;
  readonly dropPasts: (id: string, pages: number) => Promise<void>;
};

/** So many results can be opened again. */
export const DRY_RUNS_KEPT = 5;
/** So many refused starts are kept with a run; a value of Forge KVS holds 240 KiB. */
export const REFUSED_KEPT = 300;
