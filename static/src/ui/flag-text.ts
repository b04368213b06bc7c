import type { OrderFlagView } from '../../../src/contract/order-acts';
import type { Texts } from '../i18n/en';
import { namesText } from './names-text';

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
