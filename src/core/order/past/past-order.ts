import type { IssueLink, Named, Status, StatusCategory } from '../../issue';
import type { IncidentHistory, StatusRef } from '../../sla/judge/history';
import type { Instant } from '../../time';
import type { ReadIssue } from '../graph/order-issue';
import { packEdges, strongComponents } from '../graph/strong-components';
import { categoryOf } from '../judge/category-of';
import type { OrderRules } from '../policy/order-policy';
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
  /** Which circle an issue was ever on, if any: links of different times count together. */
  readonly #circleOf: ReadonlyMap<string, number>;
  readonly #membersOf = new Map<number, string[]>();

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
    this.#circleOf = circlesOf([...this.histories.keys()], this.#into);
    for (const [key, circle] of this.#circleOf) {
      this.#membersOf.set(circle, [...(this.#membersOf.get(circle) ?? []), key]);
    }
  }

  /**
   * An issue and what judging it takes, as they were just before an instant (its own change of that
   * instant not yet made, those of others made): what it waits for, and the circles on which it may
   * stand, because members of a circle do not gate each other. What stands before its blockers
   * decides nothing else, and would be most of a big company's work.
   */
  around(key: string, at: Instant): readonly ReadIssue[] {
    const circle = this.#circleOf.get(key);
    const found = new Map<string, ReadIssue>();
    const queue = [key];
    for (const next of queue) {
      const history = this.histories.get(next);
      if (history === undefined || found.has(next)) continue;
      const isExpanded =
        next === key || (circle !== undefined && this.#circleOf.get(next) === circle);
      const links = !isExpanded
        ? []
        : (this.#into.get(next) ?? [])
            .filter(({ from, to }) => from < at && (to === null || at < to))
            .map((edge) => this.#linkOf(edge, at));
      const issue = { ...stateOf(history, at, this.rules, next === key), links };
      found.set(next, issue);
      if (next !== key && categoryOf(this.rules, next, issue.status) === 'done') continue;
      queue.push(...links.map(({ other }) => other.key));
    }
    return [...found.values()];
  }

  /**
   * When something may have changed for an issue that waits, after an instant, in order: its links,
   * and the moves of all that it was ever linked to; and the same of everything on its circle, which
   * may have closed or opened.
   */
  changesAfter(key: string, at: Instant): readonly Instant[] {
    const times = new Set<Instant>();
    const moved = new Set<string>();
    const circle = this.#circleOf.get(key);
    const members = circle === undefined ? [] : (this.#membersOf.get(circle) ?? []);
    for (const linked of new Set([key, ...members])) {
      for (const { blockerKey, from, to } of this.#into.get(linked) ?? []) {
        moved.add(blockerKey);
        for (const time of [from, to]) if (time !== null) times.add(time);
      }
    }
    for (const other of moved) {
      for (const event of this.histories.get(other)?.events ?? []) {
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

/** The circles of two issues or more that all edges of all times make, by the keys of their members. */
function circlesOf(
  keys: readonly string[],
  into: ReadonlyMap<string, readonly Edge[]>,
): ReadonlyMap<string, number> {
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [successorKey, edges] of into) {
    for (const { blockerKey } of edges) {
      from.push(numbers.get(blockerKey) ?? 0);
      to.push(numbers.get(successorKey) ?? 0);
    }
  }
  const { of, sizes } = strongComponents(keys.length, packEdges(keys.length, from, to));
  return new Map(
    keys.flatMap((key, number) => {
      const circle = of[number] ?? 0;
      return (sizes[circle] ?? 0) > 1 ? [[key, circle] as const] : [];
    }),
  );
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
