import type {
  ClockReport,
  ComplianceView,
  SlaReport,
  WeekView,
} from '../../../src/contract/sla-report';
import type { ClockView } from '../../../src/contract/views';

export type ReportClock = ClockView['clock'];

const reportClocks: readonly ReportClock[] = [
  'response',
  'resolution',
  'nextResponse',
  'ownership',
];

/** Under this many decided clocks a percentage says little, and the gadget says so in words. */
const smallSample = 8;

/** How many clocks the percentage stands on. */
export function decidedOf(compliance: Pick<ComplianceView, 'met' | 'breached'>): number {
  return compliance.met + compliance.breached;
}

/** Does the percentage stand on so few clocks that it is shown in grey? */
export function isSmallSample(compliance: Pick<ComplianceView, 'met' | 'breached'>): boolean {
  return isSmall(decidedOf(compliance));
}

/** So few that a figure of them is shown in grey (SLA semantics C8.3). */
export function isSmall(n: number): boolean {
  return n > 0 && n < smallSample;
}

/** Nothing at all in the period: neither decided nor left out. */
export function isWithoutIncidents(report: SlaReport): boolean {
  return reportClocks.every((clock) => isUnused(report[clock]));
}

/** No such clock in the period at all. */
function isUnused(it: ComplianceView): boolean {
  return decidedOf(it) + it.running + it.paused + it.noTarget + it.excluded === 0;
}

/**
 * The clocks that a report shows: the two that a client is promised, and of the others those with
 * which something happened.
 */
export function shownClocks(report: SlaReport): readonly ReportClock[] {
  return reportClocks.filter(
    (clock) => clock === 'response' || clock === 'resolution' || !isUnused(report[clock]),
  );
}

/** The weeks from the first one on in which something was decided; gaps after it stay. */
export function drawnWeeks({ weeks }: ClockReport): readonly WeekView[] {
  const first = weeks.findIndex((week) => decidedOf(week) > 0);
  return first === -1 ? [] : weeks.slice(first);
}

/** The period has ended: what it did not decide, it never will. */
export function isOver(report: SlaReport): boolean {
  return Date.parse(report.period.to) <= Date.parse(report.now);
}

export type LeftOut = 'running' | 'paused' | 'noTarget' | 'excluded';

const reasons: readonly LeftOut[] = ['running', 'paused', 'noTarget', 'excluded'];

/** What the percentage of one clock does not count, without the zeros. */
export function leftOutOf(
  compliance: ComplianceView,
): readonly { readonly reason: LeftOut; readonly count: number }[] {
  return reasons
    .map((reason) => ({ reason, count: compliance[reason] }))
    .filter((it) => it.count > 0);
}
