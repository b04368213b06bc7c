import type { LabelView, LedgerChangeView } from '../../../../src/contract/ledger';
import type { Texts } from '../../i18n/en';
import { momentText, type Reader } from '../../i18n/moments';
import { labelText } from '../../ui/label-text';

type Eyes = Reader & { readonly texts: Pick<Texts, 'ledger'> };

/**
 * "Tue 24 Nov 2026 10:00 – 12:00: was paused: waiting for the client; now running in Network". The
 * end says its day only when it is another one.
 */
export function changeText({ from, to, frozen, now }: LedgerChangeView, eyes: Eyes): string {
  const { ledger } = eyes.texts;
  const label = (view: LabelView | null) =>
    view === null ? ledger.noTime : labelText(view, ledger);
  return ledger.changed(spanText(from, to, eyes), label(frozen), label(now));
}

/** "Tue 24 Nov 2026 10:00 – 12:00". */
export function spanText(from: string, to: string, eyes: Reader): string {
  const start = Date.parse(from);
  // As from long ago, so that the beginning always says its day.
  return `${momentText(start, 0, eyes)} – ${momentText(Date.parse(to), start, eyes)}`;
}
