import * as v from 'valibot';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { instant, millis } from '../../core/time';
import { type SqlValue, wholeNumber } from '../sql';

export const storedInstant = v.pipe(wholeNumber, v.transform(instant));
export const storedMillis = v.pipe(wholeNumber, v.transform(millis));
export const storedClock = v.picklist(['response', 'resolution', 'nextResponse', 'ownership']);
export const storedState = v.picklist([
  'met',
  'breached',
  'running',
  'paused',
  'noTarget',
  'excluded',
  'invalid',
]);
export const storedPauseReason = v.nullable(v.picklist(['client', 'vendor', 'internal']));

const STOPPED_HOW = [
  'publicComment',
  'inProgress',
  'assigned',
  'statusChange',
  'resolution',
  'done',
  'rule',
  'clientComment',
  'moved',
  'reset',
] as const;

/** A row of sla_cycle as Forge SQL answers it. */
export const storedCycle = v.pipe(
  v.object({
    issue_id: v.string(),
    clock: storedClock,
    cycle_no: wholeNumber,
    department: v.nullable(v.string()),
    client_project_id: v.string(),
    project_id: v.string(),
    priority_id: v.nullable(v.string()),
    priority_name: v.nullable(v.string()),
    first_priority_name: v.nullable(v.string()),
    policy_key: v.string(),
    policy_version: wholeNumber,
    calendar_key: v.nullable(v.string()),
    state: storedState,
    started_at: storedInstant,
    stopped_at: v.nullable(storedInstant),
    due_at: v.nullable(storedInstant),
    breached_at: v.nullable(storedInstant),
    decided_at: v.nullable(storedInstant),
    elapsed_ms: storedMillis,
    before_change_ms: storedMillis,
    carried_ms: storedMillis,
    paused_ms: storedMillis,
    target_ms: v.nullable(storedMillis),
    extended_ms: storedMillis,
    goal_key: v.nullable(v.string()),
    goal_changed_late: wholeNumber,
    paused_because: storedPauseReason,
    stopped_how: v.nullable(v.picklist(STOPPED_HOW)),
    stopped_by: v.nullable(v.string()),
    reason: v.nullable(v.string()),
    input_hash: v.string(),
    calendar_hash: v.nullable(v.string()),
    selection_hash: v.string(),
    frozen_at: v.nullable(storedInstant),
    source: v.picklist(['observed', 'computed']),
    is_published: wholeNumber,
    computed_at: storedInstant,
  }),
  v.transform(
    (row): CycleRow => ({
      issueId: row.issue_id,
      clock: row.clock,
      cycle: row.cycle_no,
      department: row.department,
      clientProjectId: row.client_project_id,
      projectId: row.project_id,
      priorityId: row.priority_id,
      priorityName: row.priority_name,
      firstPriorityName: row.first_priority_name,
      policyKey: row.policy_key,
      policyVersion: row.policy_version,
      calendarKey: row.calendar_key,
      state: row.state,
      startedAt: row.started_at,
      stoppedAt: row.stopped_at,
      dueAt: row.due_at,
      breachedAt: row.breached_at,
      decidedAt: row.decided_at,
      elapsedMs: row.elapsed_ms,
      beforeChangeMs: row.before_change_ms,
      carriedMs: row.carried_ms,
      pausedMs: row.paused_ms,
      targetMs: row.target_ms,
      extendedMs: row.extended_ms,
      goalKey: row.goal_key,
      goalChangedLate: row.goal_changed_late === 1,
      pausedBecause: row.paused_because,
      stoppedHow: row.stopped_how,
      stoppedBy: row.stopped_by,
      reason: row.reason,
      inputHash: row.input_hash,
      calendarHash: row.calendar_hash,
      selectionHash: row.selection_hash,
      frozenAt: row.frozen_at,
      source: row.source,
      isPublished: row.is_published === 1,
      computedAt: row.computed_at,
    }),
  ),
);

type Column = {
  readonly name: string;
  readonly of: (row: CycleRow) => SqlValue;
  /**
   * What a frozen row may still do with it: change it, because it says nothing of the verdict, or
   * learn it, because the row is older than the column and has 0. Absent: nothing.
   */
  readonly frozenAs?: 'loose' | 'firstKnown';
};

/**
 * Primary key first; computed_at and frozen_at last, because an upsert compares them with what is
 * stored and they keep their old values till then.
 */
export const CYCLE_COLUMNS: readonly Column[] = [
  { name: 'issue_id', of: (row) => row.issueId },
  { name: 'client_project_id', of: (row) => row.clientProjectId },
  { name: 'clock', of: (row) => row.clock },
  { name: 'cycle_no', of: (row) => row.cycle },
  { name: 'department', of: (row) => row.department },
  { name: 'project_id', of: (row) => row.projectId },
  { name: 'priority_id', of: (row) => row.priorityId },
  { name: 'priority_name', of: (row) => row.priorityName },
  { name: 'first_priority_name', of: (row) => row.firstPriorityName },
  { name: 'policy_key', of: (row) => row.policyKey },
  { name: 'policy_version', of: (row) => row.policyVersion },
  { name: 'calendar_key', of: (row) => row.calendarKey },
  { name: 'state', of: (row) => row.state },
  { name: 'started_at', of: (row) => row.startedAt },
  { name: 'stopped_at', of: (row) => row.stoppedAt },
  { name: 'due_at', of: (row) => row.dueAt },
  { name: 'breached_at', of: (row) => row.breachedAt },
  { name: 'decided_at', of: (row) => row.decidedAt },
  { name: 'elapsed_ms', of: (row) => row.elapsedMs },
  { name: 'before_change_ms', of: (row) => row.beforeChangeMs, frozenAs: 'firstKnown' },
  { name: 'carried_ms', of: (row) => row.carriedMs },
  { name: 'paused_ms', of: (row) => row.pausedMs },
  { name: 'target_ms', of: (row) => row.targetMs },
  { name: 'extended_ms', of: (row) => row.extendedMs },
  { name: 'goal_key', of: (row) => row.goalKey },
  { name: 'goal_changed_late', of: (row) => (row.goalChangedLate ? 1 : 0) },
  { name: 'paused_because', of: (row) => row.pausedBecause },
  { name: 'stopped_how', of: (row) => row.stoppedHow },
  { name: 'stopped_by', of: (row) => row.stoppedBy },
  { name: 'reason', of: (row) => row.reason },
  { name: 'input_hash', of: (row) => row.inputHash },
  { name: 'calendar_hash', of: (row) => row.calendarHash },
  { name: 'source', of: (row) => row.source },
  { name: 'selection_hash', of: (row) => row.selectionHash, frozenAs: 'loose' },
  { name: 'is_published', of: (row) => (row.isPublished ? 1 : 0), frozenAs: 'loose' },
  { name: 'computed_at', of: (row) => row.computedAt },
  { name: 'frozen_at', of: (row) => row.frozenAt },
];

export const CYCLE_KEY_COLUMNS = 4;
