import type {
  HistoryEvent,
  IncidentHistory,
  NamedRef,
  StatusRef,
} from '../../core/sla/judge/history';
import type { Instant } from '../../core/time';
import { type AskedKeys, type FieldChange, fieldsAtCreation } from './field-values';
import { dateIn } from './history-changes';
import { HistoryReader } from './history-reader';
import { envelopeProblem, type WireIssue } from './issue-schema';
import type { KnownStatuses } from './known-statuses';
import { parseJiraTime } from './parse-jira-time';

type WireRef = { readonly id: string | number; readonly name: string };

/** Something in the input that was not as expected, and what was done about it. */
export type InputNote = { readonly issue: string; readonly what: string; readonly done: string };

export type ParsedHistory = {
  /** null when the issue cannot be judged at all; a note says why. */
  readonly history: IncidentHistory | null;
  readonly notes: readonly InputNote[];
};

/** What was read apart from the issue: complete lists, in place of the ones inside of it. */
export type ReadApart = {
  readonly histories?: readonly unknown[];
  readonly comments?: readonly unknown[];
  /** Ids of fields by the names, in lower case, by which policies ask for them. */
  readonly names?: ReadonlyMap<string, readonly string[]>;
  /** The fields to tell of beside those that Jira's own rules know of; absent: every one. */
  readonly asked?: AskedKeys;
};

/**
 * Parses one REST v3 issue with its changelog and comments: `expand=changelog` (newest first, ISO
 * times) or the histories of `changelog/bulkfetch` (oldest first, epoch ms). Never throws on bad
 * input: what could not be used is in the notes, with what was done instead.
 *
 * Events are ordered by time, at the same instant comments first and then by record id; ids alone
 * say nothing, for imported records they are not in time order.
 */
export function parseIssueHistory(
  issue: unknown,
  statuses: KnownStatuses,
  apart: ReadApart = {},
): ParsedHistory {
  const problem = envelopeProblem(issue);
  if (problem !== undefined) return leftOut(issue, problem);
  const wire = issue as WireIssue;
  const created = parseJiraTime(wire.fields.created);
  if (created === undefined) {
    return leftOut(issue, `fields.created is no time: ${wire.fields.created}`);
  }
  const histories = apart.histories ?? wire.changelog?.histories;
  if (histories === undefined) {
    return leftOut(issue, 'has no changelog, so nobody knows when it changed');
  }

  const reader = new HistoryReader(wire, created, statuses, apart.asked);
  reader.readHistories(histories, apart.histories ? undefined : wire.changelog?.total);
  const comment = wire.fields.comment;
  reader.readComments(
    apart.comments ?? comment?.comments,
    apart.comments ? undefined : comment?.total,
  );
  const events = reader.ordered();
  const history = historyOf(wire, created, events, reader, apart);
  reader.checkChain(events, history.statusAtCreation);
  return { history, notes: reader.notes };
}

function leftOut(issue: unknown, what: string): ParsedHistory {
  return { history: null, notes: [{ issue: keyOf(issue), what, done: 'left out' }] };
}

/** It began with what its first change of each kind changed from, else with what it is now. */
function historyOf(
  wire: WireIssue,
  created: Instant,
  events: readonly HistoryEvent[],
  reader: HistoryReader,
  { names, asked }: ReadApart,
): IncidentHistory {
  const { fields } = wire;
  let statusAtCreation: StatusRef | undefined;
  let issueType: NamedRef | null | undefined;
  let priority: NamedRef | null | undefined;
  let resolution: NamedRef | null | undefined;
  let assignee: string | null | undefined;
  let reporter: string | null | undefined;
  let dueDate: string | null | undefined;
  let project: string | undefined;
  let changes: FieldChange[] | null = null;
  for (const event of events) {
    if (event.kind === 'comment') continue;
    if (event.kind === 'status') statusAtCreation ??= event.from;
    else if (event.kind === 'issueType' && issueType === undefined) issueType = event.from;
    else if (event.kind === 'priority' && priority === undefined) priority = event.from;
    else if (event.kind === 'resolution' && resolution === undefined) resolution = event.from;
    else if (event.kind === 'assignee' && assignee === undefined) assignee = event.from;
    else if (event.kind === 'reporter' && reporter === undefined) reporter = event.from;
    else if (event.kind === 'dueDate' && dueDate === undefined) dueDate = event.from;
    else if (event.kind === 'moved') project ??= event.fromProject;
    else if (event.kind === 'field') {
      if (changes === null) changes = [event];
      else changes.push(event);
    }
  }
  const statusNow = reader.status(fields.status.id, fields.status.name);
  const projectKey = fields.project?.key ?? wire.key.replace(/-\d+$/, '');
  return {
    issueId: String(wire.id),
    key: wire.key,
    projectId: String(fields.project?.id ?? ''),
    projectKey,
    created,
    issueTypeAtCreation: issueType ?? refOf(fields.issuetype),
    reporterId: fields.reporter?.accountId ?? null,
    reporterAtCreation: reporter !== undefined ? reporter : (fields.reporter?.accountId ?? null),
    statusAtCreation: statusAtCreation ?? statusNow,
    priorityAtCreation: priority !== undefined ? priority : nullableRefOf(fields.priority),
    resolutionAtCreation: resolution !== undefined ? resolution : nullableRefOf(fields.resolution),
    assigneeAtCreation: assignee !== undefined ? assignee : (fields.assignee?.accountId ?? null),
    projectAtCreation: project ?? projectKey,
    dueDateAtCreation: dueDate !== undefined ? dueDate : dateIn(fields.duedate),
    fieldsAtCreation: fieldsAtCreation(fields, changes, names, asked),
    events,
    resolvedAt: parseJiraTime(fields.resolutiondate) ?? null,
  };
}

function nullableRefOf(value: WireRef | null | undefined): NamedRef | null {
  return value == null ? null : refOf(value);
}

function refOf({ id, name }: WireRef): NamedRef {
  return { id: String(id), name };
}

function keyOf(issue: unknown): string {
  const { key, id } = (issue ?? {}) as { key?: unknown; id?: unknown };
  if (typeof key === 'string') return key;
  return typeof id === 'string' || typeof id === 'number' ? `issue ${id}` : 'an issue without key';
}
