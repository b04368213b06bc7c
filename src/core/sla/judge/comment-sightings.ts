import type { Instant } from '../../time';
import type { HistoryEvent, IncidentHistory } from './history';

/** That a comment was once seen hidden, and when it was made public if that is known. */
export type CommentSighting = {
  readonly issueId: string;
  /** Its record in the history. */
  readonly record: string;
  /** When the app read it hidden for the first time. */
  readonly hiddenAt: Instant;
  readonly publishedAt: Instant | null;
};

export type SeenComments = {
  /** Published comments stand at their publication. */
  readonly history: IncidentHistory;
  /** What this reading tells that was not known; to be kept for the next ones. */
  readonly learnt: readonly CommentSighting[];
};

type Comment = Extract<HistoryEvent, { kind: 'comment' }>;

/**
 * Does this history have a comment of which an earlier reading may know more? One that is hidden
 * now, or one that was edited: making it public is an edit.
 */
export function asksForSightings({ events }: IncidentHistory): boolean {
  return events.some(
    (event) => event.kind === 'comment' && (!event.isPublic || event.editedAt !== undefined),
  );
}

/**
 * Puts each comment where it counts (SLA semantics C3.3). Jira's history does not tell when a
 * comment was made public, but whoever has read it hidden before knows: by the edit that he reads
 * it public after. Of comments that nobody saw hidden the creation counts, of edited ones too.
 *
 * An internal note of 10:05 read at 10:06, made public at 12:00: it answers at 12:00. Read at 12:01
 * for the first time: at 10:05.
 */
export function seeComments(
  history: IncidentHistory,
  known: readonly CommentSighting[],
  readAt: Instant,
): SeenComments {
  const byRecord = new Map(
    known.filter(({ issueId }) => issueId === history.issueId).map((each) => [each.record, each]),
  );
  const learnt: CommentSighting[] = [];
  const moved: Comment[] = [];
  const rest: HistoryEvent[] = [];
  for (const event of history.events) {
    if (event.kind !== 'comment') {
      rest.push(event);
      continue;
    }
    const { editedAt, ...comment } = event;
    const before = byRecord.get(event.record);
    if (!event.isPublic && before === undefined) {
      const { issueId } = history;
      learnt.push({ issueId, record: event.record, hiddenAt: readAt, publishedAt: null });
    }
    if (!event.isPublic || before === undefined) {
      rest.push(comment);
      continue;
    }
    const publishedAt = before.publishedAt ?? publication(event, before, readAt);
    if (before.publishedAt === null) learnt.push({ ...before, publishedAt });
    moved.push({ ...comment, at: publishedAt });
  }
  return { history: { ...history, events: inPlace(rest, moved) }, learnt };
}

/** The latest edit, if it came after it was read hidden; else the moment of this reading. */
function publication({ editedAt }: Comment, { hiddenAt }: CommentSighting, readAt: Instant) {
  return editedAt !== undefined && editedAt > hiddenAt && editedAt <= readAt ? editedAt : readAt;
}

/** Comments stand before what happened at the same instant, as everywhere in a history. */
function inPlace(rest: HistoryEvent[], moved: readonly Comment[]): readonly HistoryEvent[] {
  for (const comment of moved) {
    const next = rest.findIndex(({ at }) => at >= comment.at);
    rest.splice(next < 0 ? rest.length : next, 0, comment);
  }
  return rest;
}
