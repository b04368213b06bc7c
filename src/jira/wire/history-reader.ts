import type { HistoryEvent, StatusRef } from '../../core/sla/judge/history';
import type { Instant } from '../../core/time';
import { eventsInOrder } from './events-in-order';
import { type AskedKeys, isAsked } from './field-values';
import { eventOf, projectNames, type Stamp } from './history-changes';
import type { InputNote } from './issue-history';
import {
  isComment,
  isHistory,
  isItem,
  type WireAuthor,
  type WireComment,
  type WireHistory,
  type WireIssue,
  type WireItem,
} from './issue-schema';
import { type KnownStatuses, readStatus } from './known-statuses';
import { isListField, tellWholeLists } from './list-fields';
import { parseJiraTime } from './parse-jira-time';
import { mayRepeat } from './repeated-ids';

/**
 * Reads one issue's histories and comments into events, and notes whatever is odd about them.
 * Every loop here runs for each record of each issue: no closures, no copies, plain loops.
 */
export class HistoryReader {
  readonly notes: InputNote[] = [];
  readonly #changes: HistoryEvent[] = [];
  readonly #comments: HistoryEvent[] = [];
  /** Is there a change of components or versions? */
  #hasLists = false;
  /** What was said about a status without category, by its label: once is enough. */
  #unknown: Map<string, StatusRef> | null = null;

  constructor(
    readonly issue: WireIssue,
    readonly created: Instant,
    readonly statuses: KnownStatuses,
    readonly asked: AskedKeys | undefined,
  ) {}

  readHistories(histories: readonly unknown[], total = histories.length): void {
    if (total > histories.length) {
      const what = `changelog is cut: ${histories.length} of ${total} records`;
      this.note(what, 'judged by the records that are there');
    }
    const seen = mayRepeat(histories) ? new Set<string>() : null;
    for (const history of histories) {
      if (isHistory(history)) this.#readHistory(history, seen);
      else this.note('a changelog record is not readable', 'the record is left out');
    }
  }

  readComments(comments: readonly unknown[] | undefined, total = comments?.length ?? 0): void {
    if (comments === undefined) {
      this.note('has no list of comments', 'judged as if nobody had commented');
      return;
    }
    if (total > comments.length) {
      const what = `comments are cut: ${comments.length} of ${total}`;
      this.note(what, 'an answer among the missing ones is not seen');
    }
    const seen = mayRepeat(comments) ? new Set<string>() : null;
    for (const comment of comments) {
      if (isComment(comment)) this.#readComment(comment, seen);
      else this.note('a comment is not readable', 'the comment is left out');
    }
  }

  #readHistory(history: WireHistory, seen: Set<string> | null): void {
    const items = this.#readableItems(history);
    const at = this.#timeOf('history', history);
    if (at === undefined) return;
    const record = String(history.id);
    // Pages of one changelog may overlap.
    if (isRepeated(record, seen)) return;
    const stamp = stampOf(at, record, history.author);
    const before = this.#changes.length;
    let moved: WireItem | null = null;
    for (const item of items) {
      const event = eventOf(item, stamp, this, items);
      if (event === undefined) continue;
      this.#changes.push(event);
      if (event.kind === 'moved') moved = item;
      else if (event.kind === 'field' && isListField(event.fieldId)) this.#hasLists = true;
    }
    if (this.#changes.length === before) return;
    this.#noteOddities('history', history.id, stamp);
    if (moved !== null) this.#noteMove(moved);
  }

  #readComment(comment: WireComment, seen: Set<string> | null): void {
    const time = this.#timeOf('comment', comment);
    if (time === undefined) return;
    // Not the id alone: a history may have the same.
    const stamp = stampOf(time, `c${comment.id}`, comment.author);
    const { at, record, by, byApp } = stamp;
    if (isRepeated(record, seen)) return;
    // Service projects flag internal notes; elsewhere a restriction hides a comment.
    const isPublic = comment.jsdPublic !== false && (comment.visibility ?? null) === null;
    this.#noteOddities('comment', comment.id, stamp);
    const editedAt = editOf(comment);
    this.#comments.push(
      editedAt === undefined
        ? { kind: 'comment', at, record, by, byApp, isPublic }
        : { kind: 'comment', at, record, by, byApp, isPublic, editedAt },
    );
  }

  /** By id, then by the name it had at that time; else unknown, which counts as open. */
  status(id: string | number | null, name: string | null): StatusRef {
    const known = id === null ? undefined : this.statuses.get(String(id));
    if (known !== undefined && known.category !== 'unknown') return known;
    const own = readStatus(this.issue.fields.status);
    if (own !== undefined && own.category !== 'unknown' && own.id === String(id)) return own;
    return this.#statusByName(id, name);
  }

  projectKey(id: string | null): string | undefined {
    const { project } = this.issue.fields;
    return project != null && id !== null && String(project.id) === id ? project.key : undefined;
  }

  asks(name: string, id: string | undefined): boolean {
    return isAsked(this.asked, name, id);
  }

  /** The events in the order in which they happened. */
  ordered(): HistoryEvent[] {
    const events = eventsInOrder(this.#changes, this.#comments);
    if (this.#hasLists) tellWholeLists(events, this.issue.fields);
    return events;
  }

  /** Do the status changes lead from one to the next, and to the status of now? */
  checkChain(events: readonly HistoryEvent[], start: StatusRef): void {
    let at = start;
    for (const event of events) {
      if (event.kind !== 'status') continue;
      if (event.from.id !== at.id) {
        const what = `status changes have a gap: from ${at.name} to ${event.from.name}`;
        this.note(what, 'the time between counts as the earlier status');
      }
      at = event.to;
    }
    const now = String(this.issue.fields.status.id);
    if (at.id !== now) {
      const what = `is ${this.issue.fields.status.name}, but its changelog ends with ${at.name}`;
      this.note(what, 'judged by the changelog');
    }
  }

  note(what: string, done: string): void {
    this.notes.push({ issue: this.issue.key, what, done });
  }

  #readableItems(history: WireHistory): readonly WireItem[] {
    for (const item of history.items) {
      if (isItem(item)) continue;
      this.note(`an item of history ${history.id} is not readable`, 'the item is left out');
      return history.items.filter(isItem);
    }
    return history.items as WireItem[];
  }

  #timeOf(kind: 'history' | 'comment', record: WireHistory | WireComment): Instant | undefined {
    const at = parseJiraTime(record.created);
    if (at === undefined) {
      const what = `${kind} ${record.id} has no readable time: ${record.created}`;
      this.note(what, 'it is left out');
    }
    return at;
  }

  #statusByName(id: string | number | null, name: string | null): StatusRef {
    const label = name ?? String(id);
    this.#unknown ??= new Map();
    const cached = this.#unknown.get(label);
    if (cached !== undefined) return cached;
    let found = [...this.statuses.values()].find((each) => each.name === name);
    if (found === undefined || found.category === 'unknown') {
      found = { id: String(id ?? label), name: label, category: 'unknown' };
      this.note(`status ${label} (${id ?? 'no id'}) is unknown`, 'the clocks run in it');
    }
    this.#unknown.set(label, found);
    return found;
  }

  #noteMove(item: WireItem): void {
    const { from, to } = projectNames(item);
    const what = `was moved from ${from} to ${to}`;
    this.note(what, 'judged as one issue under its present key');
  }

  #noteOddities(kind: 'history' | 'comment', id: string | number, { at, by }: Stamp): void {
    if (by === null) this.note(`${kind} ${id} has no author`, 'it counts, but not as an answer');
    if (at < this.created) {
      const what = `${kind} ${id} is older than the issue`;
      this.note(what, 'it cannot start or stop a clock in time');
    }
  }
}

/** Jira moves `updated` on with each edit, a change of who may read the comment included. */
function editOf({ created, updated }: WireComment): Instant | undefined {
  return updated === created ? undefined : parseJiraTime(updated);
}

function isRepeated(record: string, seen: Set<string> | null): boolean {
  if (seen === null) return false;
  const before = seen.size;
  return seen.add(record).size === before;
}

function stampOf(at: Instant, record: string, author: WireAuthor): Stamp {
  return { at, record, by: author?.accountId ?? null, byApp: author?.accountType === 'app' };
}
