import type { LedgerChangeView } from '../../../../src/contract/ledger';
import { useViewer } from '../../ui/viewer';
import { changeText } from './change-text';

type Props = { label: string; changes: readonly LedgerChangeView[]; more: number };

/** Where the frozen ledger and that of now tell time otherwise. */
export function ChangeList({ label, changes, more }: Props) {
  const viewer = useViewer();
  if (changes.length === 0) return null;
  return (
    <ul className="ledger-changes small" aria-label={label}>
      {changes.map((change) => (
        <li key={change.from}>{changeText(change, viewer)}</li>
      ))}
      {more > 0 && <li>{viewer.texts.ledger.moreChanges(more)}</li>}
    </ul>
  );
}
