import { type Instant, instant } from '../../time';
import { goalField } from '../policy/goal-jql-fields';
import type { HistoryEvent } from './history';
import { CHANGED } from './issue-state';

/** Left of an operator of JQL; what merely looks like it, inside of a text say, does no harm. */
const CLAUSE =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[a-z_][\w.]*(?:\[[^\]]*\])?)\s*(?:[=~<>]|!=|!~|(?:not\s+in|in|is|was|changed)\b)/gi;

const KIND: Readonly<Record<HistoryEvent['kind'], number>> = {
  status: CHANGED.status,
  priority: CHANGED.priority,
  resolution: CHANGED.resolution,
  issueType: CHANGED.issueType,
  assignee: CHANGED.assignee,
  reporter: CHANGED.reporter,
  comment: 0,
  moved: CHANGED.department,
  link: 0,
  field: CHANGED.field,
  dueDate: CHANGED.dueDate,
};

function fieldsIn(jql: string) {
  return [...jql.matchAll(CLAUSE)].flatMap(([, name = '']) => {
    const bare = name.replace(/^(["'])(.*)\1$/, '$2');
    return goalField(bare) ?? [];
  });
}

/**
 * The fields, by id or name, that have to be read with a history so that it tells when an issue came
 * to be selected by these queries.
 *
 * `project = SUP AND labels = ACME` needs `['labels']`.
 */
export function fieldsSelecting(jqls: readonly string[]): readonly string[] {
  return [...new Set(jqls.flatMap(fieldsIn).flatMap(({ asks }) => asks ?? []))].sort();
}

/**
 * The latest change after `from` and up to `to` of something that the queries ask about; null
 * without one.
 *
 * Labels changed 11:30, status 12:00, the query asks for labels only: 11:30.
 */
export function namedChange(
  events: readonly HistoryEvent[],
  jqls: readonly string[],
  from: Instant,
  to: Instant,
): Instant | null {
  const fields = jqls.flatMap(fieldsIn);
  const mask = fields.reduce((all, field) => all | (field.asks === undefined ? field.mask : 0), 0);
  const asked = new Set(fields.flatMap(({ asks }) => asks?.toLowerCase() ?? []));
  return latest(within(events, from, to).filter((event) => isNamed(event, mask, asked)));
}

/**
 * When an issue came to be selected by other queries than before: at that change; at the latest of
 * any kind but comments and links where they ask for nothing that a history tells of (a saved
 * filter, say). Null without one.
 */
export function selectionChange(
  events: readonly HistoryEvent[],
  jqls: readonly string[],
  from: Instant,
  to: Instant,
): Instant | null {
  return namedChange(events, jqls, from, to) ?? latest(within(events, from, to));
}

function isNamed(event: HistoryEvent, mask: number, asked: ReadonlySet<string>): boolean {
  if (event.kind !== 'field') return (KIND[event.kind] & mask) !== 0;
  const { field, fieldId = field } = event;
  return asked.has(field.toLowerCase()) || asked.has(fieldId.toLowerCase());
}

function within(events: readonly HistoryEvent[], from: Instant, to: Instant): HistoryEvent[] {
  return events.filter((event) => event.at > from && event.at <= to && KIND[event.kind] !== 0);
}

function latest(events: readonly HistoryEvent[]): Instant | null {
  return events.length === 0 ? null : instant(Math.max(...events.map(({ at }) => at)));
}
