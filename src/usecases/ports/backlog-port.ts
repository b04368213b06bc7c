import type { Instant } from '../../core/time';
import type { IssueChange } from './queue-port';

/** A look at an issue that found no place in the queue. One an issue and kind, whatever happened. */
export type WaitingLook =
  | { readonly kind: 'change'; readonly change: IssueChange }
  | { readonly kind: 'order' | 'refresh'; readonly issueId: string };

/** Looks that wait for a place in the queue (Forge SQL). */
export type BacklogPort = {
  /** One statement per thousand. What waits for the same already only takes the later time. */
  readonly keepLooks: (looks: readonly WaitingLook[], dueAt: Instant) => Promise<void>;
  /** Those whose time has come before that instant, the oldest first. One statement. */
  readonly listLooks: (before: Instant, atMost: number) => Promise<readonly WaitingLook[]>;
  /** Strikes these off, but for those that were asked for again since. One statement per thousand. */
  readonly removeLooks: (looks: readonly WaitingLook[], before: Instant) => Promise<void>;
  readonly countLooks: () => Promise<number>;
};
