import type { Person } from '../../../../src/core/issue';

/** Work that takes its steps through the queue, as lists of it show it. */
export type Run = {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Work items done, of how many; null while nobody has counted them. */
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
  /** Null: nobody knows any more. */
  readonly startedBy: Person | null;
  /** It is not over, and its job is lost. */
  readonly isStuck: boolean;
};

/** Has it not ended yet? */
export function isUnderWay({ state }: Pick<Run, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
