import type { LabelView, LedgerView } from '../../../../src/contract/ledger';

const DEPARTMENT_COLOURS = 4;

/** The class that colours a label; departments take turns, in the order in which they had the issue. */
export function labelLook(label: LabelView, { entries }: Pick<LedgerView, 'entries'>): string {
  if (label.kind === 'paused') return `life-paused-${label.reason}`;
  if (label.kind !== 'running' && label.kind !== 'queue') return `life-${label.kind}`;
  const names = entries.flatMap((entry) =>
    entry.label.kind === 'running' || entry.label.kind === 'queue' ? [entry.label.name] : [],
  );
  const turn = [...new Set(names)].indexOf(label.name) % DEPARTMENT_COLOURS;
  return `life-${label.kind} life-department-${turn}`;
}
