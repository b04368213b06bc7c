import type { LabelView } from '../../../src/contract/ledger';
import type { Texts } from '../i18n/en';

/** What a stretch of time went to, in words. */
export function labelText(label: LabelView, { kind }: Texts['ledger']): string {
  switch (label.kind) {
    case 'running':
    case 'queue':
    case 'blocked':
      return kind[label.kind](label.name);
    case 'paused':
      return kind.paused[label.reason];
    default:
      return kind[label.kind];
  }
}
