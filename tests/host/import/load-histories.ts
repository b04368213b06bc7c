import { document } from '../company/issue-script';
import type { JiraState } from '../jira/state/state';
import type { Comment, History, HistoryItem } from '../jira/state/types';
import { type ExportedHistory, type ExportedIssue, type ExportedItem, instant } from './exported';
import { accountIdOf } from './load-catalogue';
import type { Note } from './notes';

/** The changelog as it came; what is missing in it is said, nothing is made up. */
export function historiesOf(state: JiraState, issue: ExportedIssue, note: Note): History[] {
  const histories = issue.changelog?.histories;
  if (!Array.isArray(histories)) {
    note({ issue: issue.key, what: 'has no changelog', done: 'loaded without history' });
    return [];
  }
  const total = issue.changelog?.total ?? histories.length;
  if (total > histories.length) {
    note({
      issue: issue.key,
      what: `has a cut changelog "${histories.length} of ${total}"`,
      done: 'the histories that are there were loaded',
    });
  }
  noteUnknownStatuses(state, issue, histories, note);
  return histories.flatMap((history) => historyOf(issue.key, history, note) ?? []);
}

function historyOf(issue: string, history: ExportedHistory, note: Note): History | undefined {
  const created = instant(history.created);
  const id = history.id ?? '';
  if (created === undefined) {
    note({ issue, what: `has a history without a time "${id}"`, done: 'the history was left out' });
    return undefined;
  }
  const authorId = accountIdOf(history.author);
  if (authorId === null) {
    note({ issue, what: `has a history without author "${id}"`, done: 'loaded without author' });
  }
  return { id, authorId, created, items: (history.items ?? []).map(itemOf) };
}

function itemOf(item: ExportedItem): HistoryItem {
  return {
    field: item.field ?? '',
    fieldtype: item.fieldtype === 'custom' ? 'custom' : 'jira',
    ...(item.fieldId === undefined ? {} : { fieldId: item.fieldId }),
    from: item.from ?? null,
    fromString: item.fromString ?? null,
    to: item.to ?? null,
    // An item without its own toString inherits a function.
    toString: typeof item.toString === 'string' ? item.toString : null,
  };
}

/** A status that only histories name was deleted or renamed since: it stays in the histories. */
function noteUnknownStatuses(
  state: JiraState,
  issue: ExportedIssue,
  histories: readonly ExportedHistory[],
  note: Note,
): void {
  const items = histories.flatMap((history) => history.items ?? []);
  const ends = items
    .filter(({ field }) => field === 'status')
    .flatMap(({ from, to }) => [from, to]);
  const unknown = ends.filter((id) => typeof id === 'string' && !state.statuses.has(id));
  for (const id of new Set(unknown)) {
    note({
      issue: issue.key,
      what: `was in status "${id}" that no longer exists`,
      done: 'kept in its history, not in the workflow',
    });
  }
}

export function commentsOf(issue: ExportedIssue, note: Note): Comment[] {
  const { comments = [], total = comments.length } = issue.fields.comment ?? {};
  if (total > comments.length) {
    note({
      issue: issue.key,
      what: `has cut comments "${comments.length} of ${total}"`,
      done: 'the comments that are there were loaded',
    });
  }
  return comments.flatMap((comment) => {
    const created = instant(comment.created);
    if (created === undefined) {
      note({ issue: issue.key, what: 'has a comment without a time', done: 'it was left out' });
      return [];
    }
    const authorId = accountIdOf(comment.author);
    return [
      {
        id: comment.id ?? '',
        authorId,
        updateAuthorId: accountIdOf(comment.updateAuthor) ?? authorId,
        // REST v2 exports hold plain text; v3 answers documents.
        body: typeof comment.body === 'string' ? document(comment.body || ' ') : comment.body,
        created,
        updated: instant(comment.updated) ?? created,
        jsdPublic: comment.jsdPublic ?? true,
      },
    ];
  });
}
