import type { CommentSighting } from '../../core/sla/judge/comment-sightings';

/** Comments that were seen hidden (Forge SQL): what Jira's history does not tell afterwards. */
export type SightingPort = {
  /** Of these issues. One statement per 1,000. */
  readonly listSightings: (issueIds: readonly string[]) => Promise<readonly CommentSighting[]>;
  /** Whoever saw it hidden first and public first has seen it. One statement, none without. */
  readonly saveSightings: (sightings: readonly CommentSighting[]) => Promise<void>;
};
