import type { BlockerView, HiddenItems } from '../../../src/contract/views';
import { BlockerLine } from './blocker-line';
import { useTexts } from './viewer';
import './blockers.css';

type Props = { waitsFor: readonly BlockerView[]; hidden: readonly HiddenItems[] };

/** Everything that something waits for: what the viewer may see in full, the rest as a number. */
export function Blockers({ waitsFor, hidden }: Props) {
  const { shared } = useTexts();
  return (
    <ul className="blockers">
      {waitsFor.map((blocker) => (
        <BlockerLine key={blocker.key} blocker={blocker} />
      ))}
      {hidden.map((it) => (
        <li key={it.department} className="subtle" title={shared.hiddenWhy}>
          {shared.hiddenItems(it.count, it.department)}
        </li>
      ))}
    </ul>
  );
}
