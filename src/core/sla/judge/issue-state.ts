import type { FieldValue, HistoryEvent, IncidentHistory, NamedRef, StatusRef } from './history';

/** Kinds of change as bits, so that a clock can say which of them concern it. */
export const CHANGED = {
  status: 1,
  priority: 2,
  resolution: 4,
  issueType: 8,
  assignee: 16,
  comment: 32,
  department: 64,
  field: 128,
  dueDate: 256,
  /** What the record comes to: the issue is over with it, or is taken up again. */
  closing: 512,
  reopening: 1024,
  reporter: 2048,
} as const;

/** Every kind of change that a record can tell of. */
export const ANY_CHANGE = 511 | CHANGED.reporter;

type FieldChange = Extract<HistoryEvent, { kind: 'field' }>;

/**
 * What an incident looks like while its history passes by. One object per incident, changed in
 * place.
 */
export class IssueState {
  status: StatusRef;
  priority: NamedRef | null;
  issueType: NamedRef;
  resolution: NamedRef | null;
  assignee: string | null;
  /** Who reports it now: his own comments answer nobody (SLA semantics C3.2). */
  reporter: string | null;
  /** Who wrote the latest public comment. */
  lastComment: 'staff' | 'client' | null = null;
  project: string;
  /** Whose turn it is, for clocks and goals by department. */
  department: string;
  dueDate: string | null;
  /** Changes of fields so far. Few policies ask for one: they are only kept, and looked up then. */
  private fieldChanges: FieldChange[] | null = null;
  /** Values at creation by the field's name or id in lower case, once somebody has asked. */
  private original: Map<string, FieldValue | null> | null = null;
  /** A resolution is set or the status is done. */
  isClosed: boolean;

  constructor(readonly history: IncidentHistory) {
    this.status = history.statusAtCreation;
    this.priority = history.priorityAtCreation;
    this.issueType = history.issueTypeAtCreation;
    this.resolution = history.resolutionAtCreation;
    this.assignee = history.assigneeAtCreation ?? null;
    const { reporterAtCreation } = history;
    this.reporter = reporterAtCreation === undefined ? history.reporterId : reporterAtCreation;
    this.project = history.projectAtCreation ?? history.projectKey;
    this.department = this.project;
    this.dueDate = history.dueDateAtCreation ?? null;
    this.isClosed = this.status.category === 'done' || this.resolution !== null;
  }

  /** Takes over one change; answers its bit. Comments depend on who is staff: see the clocks. */
  apply(event: HistoryEvent): number {
    switch (event.kind) {
      case 'status':
        this.status = event.to;
        return CHANGED.status;
      case 'priority':
        this.priority = event.to;
        return CHANGED.priority;
      case 'resolution':
        this.resolution = event.to;
        return CHANGED.resolution;
      case 'issueType':
        this.issueType = event.to ?? this.issueType;
        return CHANGED.issueType;
      case 'assignee':
        this.assignee = event.to;
        return CHANGED.assignee;
      case 'reporter':
        this.reporter = event.to;
        return CHANGED.reporter;
      case 'comment':
        return CHANGED.comment;
      case 'moved':
        this.project = event.toProject;
        return CHANGED.department;
      case 'field':
        if (this.fieldChanges === null) this.fieldChanges = [event];
        else this.fieldChanges.push(event);
        return CHANGED.field;
      case 'dueDate':
        this.dueDate = event.to;
        return CHANGED.dueDate;
      default:
        return 0;
    }
  }

  /** Is one of these fields, by name or id in lower case, among those of the latest record? */
  hasJustChanged(names: readonly string[]): boolean {
    const changes = this.fieldChanges ?? [];
    const latest = changes.at(-1);
    return changes.some(
      ({ at, record, field, fieldId }) =>
        at === latest?.at &&
        record === latest.record &&
        (names.includes(field.toLowerCase()) || names.includes(fieldId?.toLowerCase() ?? '')),
    );
  }

  /** By name or id in lower case. */
  field(name: string): FieldValue | null {
    const changes = this.fieldChanges ?? [];
    for (let index = changes.length - 1; index >= 0; index--) {
      const { field, fieldId, to } = changes[index] as FieldChange;
      if (field.toLowerCase() === name || fieldId?.toLowerCase() === name) return to;
    }
    this.original ??= new Map(
      Object.entries(this.history.fieldsAtCreation ?? {}).map(([key, value]) => [
        key.toLowerCase(),
        value,
      ]),
    );
    return this.original.get(name) ?? null;
  }
}
