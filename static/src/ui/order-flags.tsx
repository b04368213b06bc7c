import type { ReactNode } from 'react';
import type { OrderFlagView } from '../../../src/contract/order-acts';
import type { StartView } from '../../../src/contract/views';
import { flagText } from './flag-text';
import { useTexts } from './viewer';

type Props = {
  start: StartView;
  actionOf: ((flag: OrderFlagView) => ReactNode) | undefined;
};

/** What is odd about this order: told to everybody, and never to be switched off. */
export function OrderFlags({ start, actionOf }: Props) {
  const texts = useTexts();
  const lines = start.flags.flatMap((flag) => {
    const text = flagText(flag, texts);
    return text === null ? [] : [{ flag, text }];
  });
  if (lines.length === 0 && start.cycle === null) return null;
  return (
    <ul className="start-flags" aria-label={texts.order.flags.label}>
      {start.cycle && (
        <li className="start-flag danger">{texts.order.flags.cycle(start.cycle.join(' → '))}</li>
      )}
      {lines.map(({ flag, text }) => (
        <li key={text} className="start-flag">
          {text} {actionOf?.(flag)}
        </li>
      ))}
    </ul>
  );
}
