import type { IssueLink, Named, Status, StatusCategory } from '../issue';
import type { IncidentHistory, StatusRef } from '../sla/history';
import type { Instant } from '../time';
import { categoryOf } from './category-of';
import type { ReadIssue } from './order-issue';
import type { OrderRules } from './order-policy';
import { type LinkWords, type PastIssue, pastLinks } from './past-links';

type Edge = {
  readonly blockerKey: string;
  readonly words: LinkWords;
  readonly from: Instant;
  readonly to: Instant | null;
};

const CATEGORIES: Readonly<Record<StatusRef['category'], StatusCategory>> = {
  new: 'todo',
  indeterminate: 'inProgress',
  done: 'done',
  unknown: 'todo',
};

/** The order as it was at any moment, put together from changelogs. Issues go by their keys. */
export class PastOrder {
  readonly histories: ReadonlyMap<string, IncidentHistory>;
  /** Links to issues whose past is not there; nothing can be said of them. */
  readonly linksOutside: number;
  readonly #into = new Map<string, Edge[]>();

  constructor(
    issues: readonly PastIssue[],
    types: readonly LinkWords[],
    readonly rules: OrderRules,
  ) {
    this.histories = new Map(issues.map(({ history }) => [history.key, history]));
    let outside = 0;
    for (const issue of issues) {
      for (const link of pastLinks(issue, types)) {
        const { words, end, otherKey, from, to } = link;
        if (!this.histories.has(otherKey)) {
          outside += 1;
          continue;
        }
        const own = issue.history.key;
        const [blockerKey, successorKey] = end === 'inward' ? [otherKey, own] : [own, otherKey];
        const edges = this.#into.get(successorKey) ?? [];
        this.#into.set(successorKey, edges);
        edges.push({ blockerKey, words, from, to });
      }
    }
    this.linksOutside = outside;
  }

  /**
   * An issue and everything that it waits for, directly or not, as they were just before an instant
   * (its own change of that instant not yet made, those of others made).
   */
  around(key: string, at: Instant): readonly ReadIssue[] {
    const found = new Map<string, ReadIssue>();
    const queue = [key];
    for (const next of queue) {
      const history = this.histories.get(next);
      if (history === undefined || found.has(next)) continue;
      const links = (this.#into.get(next) ?? [])
        .filter(({ from, to }) => from < at && (to === null || at < to))
        .map((edge) => this.#linkOf(edge, at));
      const issue = { ...stateOf(history, at, this.rules, next === key), links };
      found.set(next, issue);
      if (next !== key && categoryOf(this.rules, next, issue.status) === 'done') continue;
      queue.push(...links.map(({ other }) => other.key));
    }
    return [...found.values()];
  }

  /** When something may have changed for who waits for these, after an instant, in order. */
  changesAfter(key: string, blockerKeys: readonly string[], at: Instant): readonly Instant[] {
    const times = new Set<Instant>();
    for (const { from, to } of this.#into.get(key) ?? []) {
      for (const time of [from, to]) if (time !== null) times.add(time);
    }
    for (const blockerKey of blockerKeys) {
      for (const event of this.histories.get(blockerKey)?.events ?? []) {
        if (event.kind === 'status' || event.kind === 'resolution') times.add(event.at);
      }
    }
    return [...times].filter((time) => time > at).sort((a, b) => a - b);
  }

  #linkOf({ blockerKey, words }: Edge, at: Instant): IssueLink {
    const history = this.histories.get(blockerKey) as IncidentHistory;
    const { id, key, summary, status } = stateOf(history, at, this.rules, false);
    const { typeId, typeName } = words;
    const other = { id, key, summary, status };
    return { id: `${typeId} ${key}`, typeId, typeName, end: 'inward', other };
  }
}

/** What an issue was; `isBefore`: without its own changes of that very instant. */
function stateOf(
  history: IncidentHistory,
  at: Instant,
  rules: OrderRules,
  isBefore: boolean,
): ReadIssue {
  const { key, issueId } = history;
  let status = statusOf(history.statusAtCreation);
  let resolution: Named | null = history.resolutionAtCreation;
  let categorySince = history.created;
  for (const event of history.events) {
    if (isBefore ? event.at >= at : event.at > at) break;
    if (event.kind === 'resolution') resolution = event.to;
    if (event.kind !== 'status') continue;
    const next = statusOf(event.to);
    if (categoryOf(rules, key, next) !== categoryOf(rules, key, status)) categorySince = event.at;
    status = next;
  }
  const rest = { summary: '', parentId: null, isSubtask: false, links: [] };
  return { id: issueId, key, status, resolution, categorySince, ...rest };
}

/** A status as the judge knows them; one of unknown category counts as not begun. */
export function statusOf({ id, name, category }: StatusRef): Status {
  return { id, name, category: CATEGORIES[category] };
}
