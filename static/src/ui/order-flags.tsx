import type { ReactNode } from 'react';
import type { OrderFlagView } from '../../../src/contract/order-acts';
import type { StartView } from '../../../src/contract/views';
import type { Texts } from '../i18n/en';
import { namesText } from './names-text';
import { useTexts } from './viewer';

type Props = {
  start: StartView;
  actionOf: ((flag: OrderFlagView) => ReactNode) | undefined;
};

/** What is odd about this issue's order: told to everybody, and never to be switched off. */
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

/** Null for what the answer itself says already. */
export function flagText(flag: OrderFlagView, texts: Texts): string | null {
  const words = texts.order.flags;
  const names = namesText(flag.issues, texts);
  switch (flag.kind) {
    case 'familyLink':
    case 'soft':
    case 'unknownBlocker':
    case 'startedBeforeDone':
      return words[flag.kind](names);
    case 'releasedByCancellation':
      return words.released(names, flag.closedAs, flag.by ?? words.somebody);
    case 'suspectLink':
      return flag.copiedFrom === null
        ? words.suspectLinkOf(names)
        : words.suspectLink(names, flag.copiedFrom);
    default:
      return null;
  }
}
