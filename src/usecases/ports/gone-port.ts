/** How a blocker ceased to stand before others, as far as anybody told. */
export type GoneBlocker = {
  readonly blockerId: string;
  readonly blockerKey: string;
  /** Whose department it was. */
  readonly projectId: string;
  /** It had a security level: its key is no business of everybody. */
  readonly isRestricted: boolean;
  /** `silently`: no event told of it; it was deleted, or hidden from the app. */
  readonly how: 'deleted' | 'unlinked' | 'silently';
  /** Null: Jira named nobody. */
  readonly by: string | null;
};

/**
 * Blockers that have gone (Forge KVS), for the day in which somebody is told. `successorId` null: it
 * is gone for all that stood behind it; else its link to that one.
 */
export type GonePort = {
  readonly saveGone: (successorId: string | null, gone: GoneBlocker) => Promise<void>;
  /** What is known of these, the deletion before the link. At most two reads of KVS for each. */
  readonly findGone: (
    successorId: string,
    blockerIds: readonly string[],
  ) => Promise<readonly GoneBlocker[]>;
};
