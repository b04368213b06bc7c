import type {
  CountBy,
  GroupBy,
  PriorityAt,
  SlaReportConfig,
} from '../../../src/contract/sla-report';
import { type ReportPeriod, reportPeriods } from '../../../src/core/sla/report/report-periods';

/** The edit view's fields as they stand in the form: texts. */
export type ReportForm = {
  readonly clientProjectId: string;
  readonly period: ReportPeriod;
  readonly timeZone: string;
  readonly targetPercent: string;
  readonly countBy: CountBy;
  readonly priority: PriorityAt;
  readonly groupBy: GroupBy;
};

export type FormErrors = { readonly [Field in keyof ReportForm]?: 'missing' | 'bad' };

/** The form filled from what the gadget saved before; what it did not save gets a sensible start. */
export function startForm(saved: unknown, viewerTimeZone: string): ReportForm {
  const before: Partial<Record<keyof SlaReportConfig, unknown>> =
    typeof saved === 'object' && saved !== null ? saved : {};
  return {
    clientProjectId: typeof before.clientProjectId === 'string' ? before.clientProjectId : '',
    period: periodOf(before.period),
    timeZone: typeof before.timeZone === 'string' ? before.timeZone : viewerTimeZone,
    targetPercent: typeof before.targetPercent === 'number' ? String(before.targetPercent) : '95',
    countBy: countByOf(before.countBy),
    priority: priorityOf(before.priority),
    groupBy: groupByOf(before.groupBy),
  };
}

/** The period of that name; an unknown one is read as the last 30 days. */
export function periodOf(name: unknown): ReportPeriod {
  return reportPeriods.find((it) => it === name) ?? 'last30Days';
}

/** By decision, unless it says otherwise. */
export function countByOf(name: unknown): CountBy {
  return name === 'started' ? 'started' : 'decided';
}

/** As it was at the decision, unless it says otherwise. */
export function priorityOf(name: unknown): PriorityAt {
  return name === 'first' ? 'first' : 'decided';
}

/** By department, unless it says otherwise. */
export function groupByOf(name: unknown): GroupBy {
  return name === 'priority' ? 'priority' : 'department';
}

/**
 * The configuration that a filled form means, or what is wrong with it. A comma is taken as the
 * decimal point: "99,9" is how half of the users write it.
 */
export function readForm(
  form: ReportForm,
): { readonly config: SlaReportConfig } | { readonly errors: FormErrors } {
  const targetPercent = Number(form.targetPercent.trim().replace(',', '.'));
  const isTarget = form.targetPercent.trim() !== '' && targetPercent > 0 && targetPercent <= 100;
  const errors: FormErrors = {
    ...(form.clientProjectId === '' ? { clientProjectId: 'missing' } : {}),
    ...(isTimeZone(form.timeZone) ? {} : { timeZone: 'bad' }),
    ...(isTarget ? {} : { targetPercent: 'bad' }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { config: { ...form, timeZone: form.timeZone.trim(), targetPercent } };
}

function isTimeZone(name: string): boolean {
  if (name.trim() === '') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name.trim() }));
  } catch {
    return false;
  }
}
