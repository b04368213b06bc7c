import type { ComplianceView, SlaReport } from '../../../src/contract/sla-report';

/** Under this many decided clocks a percentage says little, and the gadget says so in words. */
const smallSample = 8;

/** How many clocks the percentage stands on. */
export function decidedOf(compliance: ComplianceView): number {
  return compliance.met + compliance.breached;
}

export function isSmallSample(compliance: ComplianceView): boolean {
  const decided = decidedOf(compliance);
  return decided > 0 && decided < smallSample;
}

/** Nothing at all in the period: neither decided nor left out. */
export function isWithoutIncidents(report: SlaReport): boolean {
  return [report.response, report.resolution].every(
    (it) => decidedOf(it) + it.running + it.paused + it.noTarget + it.excluded === 0,
  );
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
