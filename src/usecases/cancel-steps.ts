import type { Instant } from '../core/time';

/** Steps that may end between our look and our write. */
const TRIES = 5;

/** Work that goes on in steps, each written by compare-and-set on `step`. */
type Stepwise = {
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly step: number;
  readonly finishedAt: Instant | null;
};

/**
 * Stops work that goes on in steps; what it has stored stays. `ended`: it was over already. `busy`:
 * a step ended in between each time we tried.
 */
export async function cancelSteps<Work extends Stepwise>(
  now: Instant,
  find: () => Promise<Work | null>,
  save: (work: Work, shownStep: number) => Promise<boolean>,
): Promise<'cancelled' | 'ended' | 'gone' | 'busy'> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const shown = await find();
    if (shown === null) return 'gone';
    if (shown.state !== 'waiting' && shown.state !== 'running') return 'ended';
    const next = { state: 'cancelled', step: shown.step + 1, finishedAt: now } as const;
    if (await save({ ...shown, ...next }, shown.step)) return 'cancelled';
  }
  return 'busy';
}
