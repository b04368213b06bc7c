import type { ReactNode } from 'react';
import type { WaitView } from '../../../src/contract/order-acts';
import type { HiddenItems } from '../../../src/contract/views';
import { dateText } from '../i18n/moments';
import { BlockerLine } from './blocker-line';
import { useViewer } from './viewer';
import './blockers.css';

type Props = {
  waitsFor: readonly WaitView[];
  hidden: readonly HiddenItems[];
  /** So many more that even the app cannot read. */
  unreadable?: number;
  actionOf?: ((blocker: WaitView) => ReactNode) | undefined;
};

/** Everything that something waits for: what the viewer may see in full, the rest as a number. */
export function Blockers({ waitsFor, hidden, unreadable = 0, actionOf }: Props) {
  const viewer = useViewer();
  const { shared, order } = viewer.texts;
  return (
    <ul className="blockers">
      {waitsFor.map((blocker) => (
        <BlockerLine key={blocker.key} blocker={blocker} action={actionOf?.(blocker)} />
      ))}
      {hidden.map((it) => (
        <li key={it.department} className="subtle" title={shared.hiddenWhy}>
          {shared.hiddenItems(it.count, it.department)}
          {it.due !== undefined && `, ${shared.dueOn(dateText(it.due, Date.now(), viewer))}`}
        </li>
      ))}
      {unreadable > 0 && <li className="subtle">{order.unreadable(unreadable)}</li>}
    </ul>
  );
}
