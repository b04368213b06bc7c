import { durationText } from '../../i18n/duration';
import type { Texts } from '../../i18n/en';
import { momentText, type Reader } from '../../i18n/moments';

type Eyes = Reader & { readonly texts: Pick<Texts, 'issue' | 'ledger'> };

/** A field of a verdict in words: a state, a moment, a length of time, or as it is. */
export function recountText(
  name: string,
  side: 'frozen' | 'again',
  value: string | number | null,
  eyes: Eyes,
): string {
  const { issue, ledger } = eyes.texts;
  if (name === 'calendarHash') {
    return side === 'frozen' ? ledger.thenCalendar : ledger.otherCalendar;
  }
  if (value === null) return name === 'state' ? ledger.noSuchRun : '–';
  if (name === 'state') {
    const states: Readonly<Record<string, string>> = issue.clock.state;
    return states[value] ?? String(value);
  }
  if (name.endsWith('Ms')) return durationText(Number(value), eyes.language);
  // As from long ago, so that both always say their day.
  if (name.endsWith('At')) return momentText(Date.parse(String(value)), 0, eyes);
  return String(value);
}
