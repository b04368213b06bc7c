import type { LabelView } from '../contract/ledger';
import type { LedgerLabel } from '../core/sla/ledger';

/** A label for the screen. `nameOf` turns the key of a department into its name. */
export function labelView(label: LedgerLabel, nameOf: (department: string) => string): LabelView {
  switch (label.kind) {
    case 'running':
    case 'queue':
      return { kind: label.kind, name: nameOf(label.department) };
    case 'blocked':
      return { kind: 'blocked', name: label.by };
    case 'paused':
      return { kind: 'paused', reason: label.reason };
    default:
      return { kind: label.kind };
  }
}
