import type { HistoryEvent, StatusRef } from '../../core/sla/history';
import type { Instant } from '../../core/time';
import { type Change, changeOf } from './history-changes';
import type { InputNote } from './issue-history';
import { isComment, isHistory, readItem, type WireIssue } from './issue-schema';
import { type KnownStatuses, readStatus } from './known-statuses';
import { parseJiraTime } from './parse-jira-time';

type Author = { accountId?: string | null | undefined; accountType?: string | null | undefined };
type Numbered = { readonly event: HistoryEvent; readonly rank: number; readonly id: string };

/** Reads one issue's histories and comments into events, and notes whatever is odd about them. */
export class HistoryReader {
  readonly notes: InputNote[] = [];
  readonly #read: Numbered[] = [];
  readonly #unknown = new Map<string, StatusRef>();
  readonly #seen = new Set<string>();

  constructor(
    readonly issue: WireIssue,
    readonly created: Instant,
    readonly statuses: KnownStatuses,
  ) {}

  readHistories(histories: readonly unknown[], total = histories.length): void {
    if (total > histories.length) {
      const what = `changelog is cut: ${histories.length} of ${total} records`;
      this.note(what, 'judged by the records that are there');
    }
    for (const history of histories) {
      if (!isHistory(history)) {
        this.note('a changelog record is not readable', 'the record is left out');
        continue;
      }
      const items = history.items.map(readItem);
      if (items.includes(undefined)) {
        this.note(`an item of history ${history.id} is not readable`, 'the item is left out');
      }
      const changes = items.flatMap((item) => {
        const change = item && changeOf(item, (id, name) => this.status(id, name));
        return change === undefined ? [] : [change];
      });
      this.#add(`history ${history.id}`, history, changes);
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
    for (const comment of comments) {
      if (!isComment(comment)) {
        this.note('a comment is not readable', 'the comment is left out');
        continue;
      }
      // Service projects flag internal notes; elsewhere a restriction hides a comment.
      const isPublic = comment.jsdPublic !== false && (comment.visibility ?? null) === null;
      this.#add(`comment ${comment.id}`, comment, [{ kind: 'comment', isPublic }]);
    }
  }

  /** By id, then by the name it had at that time; else unknown, which counts as open. */
  status(id: string | number | null, name: string | null): StatusRef {
    const known = id === null ? undefined : this.statuses.get(String(id));
    if (known !== undefined && known.category !== 'unknown') return known;
    const own = readStatus(this.issue.fields.status);
    if (own !== undefined && own.category !== 'unknown' && own.id === String(id)) return own;
    const label = name ?? String(id);
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

  /** The events in the order in which they happened. */
  ordered(): HistoryEvent[] {
    this.#read.sort(
      (a, b) => a.event.at - b.event.at || a.rank - b.rank || Number(a.id) - Number(b.id),
    );
    return this.#read.map((each) => each.event);
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

  #add(
    record: string,
    { author, created }: { author?: Author | null | undefined; created: string | number },
    changes: readonly Change[],
  ): void {
    const at = parseJiraTime(created);
    if (at === undefined) {
      this.note(`${record} has no readable time: ${created}`, 'it is left out');
      return;
    }
    // Pages of one changelog may overlap.
    if (this.#seen.has(record)) return;
    this.#seen.add(record);
    if (changes.length > 0) this.#noteOddities(record, at, author?.accountId ?? null);
    const base = {
      ...{ at, record, by: author?.accountId ?? null },
      byApp: author?.accountType === 'app',
    };
    const [name = '', id = ''] = record.split(' ');
    for (const change of changes) {
      if (change.kind === 'moved') {
        const what = `was moved from ${change.fromProject} to ${change.toProject}`;
        this.note(what, 'judged as one issue under its present key');
      }
      this.#read.push({ event: { ...base, ...change }, rank: name === 'comment' ? 0 : 1, id });
    }
  }

  #noteOddities(record: string, at: Instant, by: string | null): void {
    if (by === null) this.note(`${record} has no author`, 'it counts, but not as an answer');
    if (at < this.created) {
      this.note(`${record} is older than the issue`, 'it cannot start or stop a clock in time');
    }
  }
}
