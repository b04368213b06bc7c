import { createHash } from 'node:crypto';
import { calendarHash } from '../../core/sla/judge/calendar-hash';
import type { AnyCycle } from '../../core/sla/judge/cycle';
import type { HistoryEvent, IncidentHistory } from '../../core/sla/judge/history';
import { judgeClocks } from '../../core/sla/judge/judge-incident';
import type { JudgeInputs } from '../../core/sla/judge/judge-inputs';
import type { CompiledPolicy } from '../../core/sla/policy/policy';
import { type CycleRow, cycleRows, type RowProof } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';
import type { IncidentPlan } from './list-incident-plans';

/** An event comes three minutes late at most, a job waits its turn: seen by then, it was seen. */
const SEEN_WITHIN_MS = 15 * 60_000;

/**
 * What was decided by hand, when another department's work stood in the way, and when the issue came
 * from another contract or went to one.
 */
export type CycleInputs = Pick<JudgeInputs, 'acts' | 'blocked' | 'entered' | 'left'>;

/** The rows of one incident under one plan, as of the moment that Jira was read: every clock. */
export function judgeCycles(
  history: IncidentHistory,
  plan: IncidentPlan,
  readAt: Instant,
  inputs: CycleInputs = {},
): CycleRow[] {
  const cycles = judgeClocks(history, plan.versions, readAt, inputs);
  return cycleRows(
    history,
    cycles,
    {
      clientProjectId: plan.project.id,
      policyKey: plan.policy.policy.key,
      selectionHash: selectionHash(plan),
      computedAt: readAt,
      isPublished: false,
    },
    (cycle) => proofOf(cycle, { history, inputs }, plan, readAt),
  );
}

/** Of the JQL by which a plan selects its incidents. */
export function selectionHash({ jql }: Pick<IncidentPlan, 'jql'>): string {
  return hashOf(jql);
}

/**
 * What a verdict was made of, and whether it stands for good: once it has stopped, and a reopening
 * could not take the stop back any more (SLA semantics C4.8, C5.5).
 */
function proofOf(
  cycle: AnyCycle,
  { history, inputs }: { readonly history: IncidentHistory; readonly inputs: CycleInputs },
  { versions }: IncidentPlan,
  readAt: Instant,
): RowProof {
  const version = versions.find(({ policy }) => policy.version === cycle.policyVersion);
  const { stoppedAt } = cycle;
  const seenLate = readAt - (stoppedAt ?? readAt);
  return {
    calendarHash: calendarHash(cycle, versions, readAt),
    inputHash: hashOf([
      ...[version?.policy.key, cycle.policyVersion, seenOf(history, version, stoppedAt)],
      ...(inputs.acts ?? []).filter(({ at }) => stoppedAt === null || at <= stoppedAt),
      ...blockedUpTo(cycle, inputs),
      ...[inputs.entered, inputs.left].filter((each) => each !== undefined),
    ]),
    frozenAt: stoppedAt !== null && seenLate >= takeBackMs(cycle, version) ? readAt : null,
    source: seenLate <= SEEN_WITHIN_MS ? 'observed' : 'computed',
  };
}

/** Waiting for other departments stops no client's clock, so no verdict of those rests on it. */
function blockedUpTo({ clock, stoppedAt }: AnyCycle, { blocked = [] }: CycleInputs): object[] {
  if (clock !== 'ownership') return [];
  const seen = blocked.filter(({ span }) => stoppedAt === null || span.from <= stoppedAt);
  return seen.map(({ span, by }) => ({
    ...{ by, from: span.from },
    to: stoppedAt === null ? span.to : Math.min(span.to, stoppedAt),
  }));
}

/** Where a reopening may go on with the same clock at any time, a month's report is what ends it. */
const A_MONTH_MS = 31 * 86_400_000;

/** For how long after a stop a reopening means that the clock never stopped, or counts instead. */
function takeBackMs({ clock, stoppedBy }: AnyCycle, version: CompiledPolicy | undefined): number {
  const isClosed = ['done', 'resolution', 'rule'].includes(stoppedBy?.how ?? '');
  const resolution = version?.policy.clocks.resolution;
  // Of these a reopening begins the next, unless the closing was an accident.
  const isFiled = clock === 'nextResponse' || clock === 'ownership';
  const goesOn = !isFiled && version?.policy.clocks[clock]?.reopen === 'pause';
  const isLast = !isFiled && resolution?.cycles === 'last';
  if (isClosed && (goesOn || isLast)) return A_MONTH_MS;
  const grace = version?.resolution?.graceMs ?? 0;
  // A reopening exactly at the end of the grace still counts.
  return isClosed && grace > 0 ? grace + 1 : 0;
}

/**
 * What of a history a verdict rests on: how it began, and what happened up to the stop. Fields that
 * the policy does not ask about are left out: whoever reads an issue for several contracts reads more
 * of them than who reads it for one.
 */
function seenOf(
  { key, projectId, projectKey, resolvedAt, fieldsAtCreation = {}, ...seen }: IncidentHistory,
  version: CompiledPolicy | undefined,
  stoppedAt: Instant | null,
): object {
  const asked = (version?.fields ?? []).map((name) => name.toLowerCase());
  const events = seen.events.filter(
    (event) => (stoppedAt === null || event.at <= stoppedAt) && isSeen(event, asked),
  );
  const fields = Object.entries(fieldsAtCreation).filter(([name]) =>
    asked.includes(name.toLowerCase()),
  );
  return { ...seen, fields: fields.sort(([a], [b]) => (a < b ? -1 : 1)), events };
}

/** A history that was read for several contracts tells of fields that one of them asked for. */
function isSeen(event: HistoryEvent, asked: readonly string[]): boolean {
  if (event.kind !== 'field') return true;
  const { field, fieldId = field } = event;
  return asked.includes(field.toLowerCase()) || asked.includes(fieldId.toLowerCase());
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
