import type { Instant } from '../../core/time';

/** Backfills (Forge SQL): walks over all incidents of a client project, step by step. */
export type BackfillPort = {
  readonly findBackfill: (id: string) => Promise<Backfill | null>;
  readonly listBackfills: () => Promise<readonly Backfill[]>;
  /** Client projects of which a backfill was done, by id. One statement. */
  readonly listReadHistories: () => Promise<ReadonlySet<string>>;
  /** False when one of that client project is under way. */
  readonly addBackfill: (backfill: Backfill) => Promise<boolean>;
  /** Compare-and-set on `step`, so that a step delivered twice counts once. */
  readonly saveBackfill: (backfill: Backfill, shownStep: number) => Promise<boolean>;
};

export type Backfill = {
  readonly id: string;
  readonly clientProjectId: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** How far it has come, in the words of the step that writes it; null before the first one. */
  readonly page: string | null;
  readonly step: number;
  readonly done: number;
  readonly total: number | null;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly error: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
};
