import type { Backfill } from '../../src/usecases/ports/backfill-port';
import { moscow } from './incident';

/** A backfill of ACME that waits for its first step. */
export function backfillOf(changes: Partial<Backfill> = {}): Backfill {
  return {
    id: 'b1',
    clientProjectId: 'id-ACME',
    state: 'waiting',
    page: null,
    step: 0,
    done: 0,
    total: null,
    skipped: [],
    error: null,
    startedAt: moscow('2026-11-23T10:00'),
    finishedAt: null,
    ...changes,
  };
}
